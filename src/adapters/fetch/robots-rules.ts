/** The only file that knows robots-parser: what a server asks of programs that fetch from it (RFC 9309). */
import robotsParser from 'robots-parser';

/** What is asked of us for an address. */
export interface RobotsVerdict {
  readonly isAllowed: boolean;
  /** Least time between two requests, in milliseconds; 0 where it does not say. */
  readonly delayMs: number;
}

/** As much of a robots.txt as is read. */
export const maxRobotsBytes = 500 * 1024;
/** Whoever asks for more patience than this would keep everybody else's links waiting. */
const maxDelayMs = 10_000;

/** More steps than this no honest file takes: each sign of a rule with a `*` is compared with each of the path. About 100 ms. */
const maxSteps = 20_000_000;

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** The package's own types are those of another module system. */
const parse = robotsParser as unknown as (url: string, text: string) => Rules;

/** What a robots.txt says of an address of its server to the program called `agent`; of one that is made to be slow, that all is forbidden. */
export function judgeRobots(written: string, url: URL, agent: string): RobotsVerdict {
  const text = written.replace(/\*{2,}/g, '*');
  const steps =
    text.split('\n').reduce((sum, line) => sum + (line.includes('*') ? line.length : 0), 0) * url.href.length;
  if (steps > maxSteps) return { isAllowed: false, delayMs: 0 };
  const rules = parse(new URL('/robots.txt', url).href, text);
  const delay = (rules.getCrawlDelay(agent) ?? 0) * 1_000;
  return {
    isAllowed: rules.isAllowed(url.href, agent) ?? true,
    delayMs: Number.isFinite(delay) ? Math.min(maxDelayMs, Math.max(0, delay)) : 0,
  };
}
