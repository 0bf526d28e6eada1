/** The only file that knows robots-parser: what a server asks of programs that fetch from it (RFC 9309). */
import robotsParser from 'robots-parser';

/** What is asked of us for an address. */
interface RobotsVerdict {
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
  const text = plainEscapes(written.replace(/\*{2,}/g, '*'));
  const address = plainEscapes(url.href);
  const steps =
    text.split('\n').reduce((sum, line) => sum + (line.includes('*') ? line.length : 0), 0) * address.length;
  if (steps > maxSteps) return { isAllowed: false, delayMs: 0 };
  const rules = parse(new URL('/robots.txt', url).href, text);
  const delay = (rules.getCrawlDelay(agent) ?? 0) * 1_000;
  return {
    isAllowed: rules.isAllowed(address, agent) ?? true,
    delayMs: Number.isFinite(delay) ? Math.min(maxDelayMs, Math.max(0, delay)) : 0,
  };
}

/** `%6Fk` as `ok`, and `%2f` as `%2F`: letters that need no escape mean the same with one (RFC 9309, section 2.2.2; RFC 3986, 2.3). */
function plainEscapes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const letter = String.fromCharCode(parseInt(hex, 16));
    return /[\w.~-]/.test(letter) ? letter : escape.toUpperCase();
  });
}
