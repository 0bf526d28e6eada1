import { languages } from '../texts/languages.js';
import type { SmallTalk } from '../texts/language.js';

/** What somebody says to a bot without asking it anything. */
export type SmallTalkKind = 'greeting' | 'thanks' | 'help';

/** What counts where several are said at once. */
const order = ['help', 'thanks', 'greeting'] as const satisfies readonly SmallTalkKind[];
const longest = 60;

/** The kind of a text that is small talk and nothing else, in any of the bot's languages; null for every other one. `names` are the bot's. */
export function readSmallTalk(text: string, names: readonly string[] = []): SmallTalkKind | null {
  if (text.length > longest) return null;
  if (/\p{Extended_Pictographic}/u.test(text) && !/[\p{L}\p{N}]/u.test(text)) return 'greeting';
  const fillers = new Set([
    ...names.flatMap((name) => simplify(name).split(' ')),
    ...languages.flatMap((each) => each.smallTalk.fillers),
  ]);
  const isFiller = (part: string): boolean => part.split(' ').every((word) => fillers.has(word));
  const parts = text
    .split(/[.,;:!?…–—\n]+/)
    .map(simplify)
    .filter((part) => part !== '');
  // Called by its name and nothing else.
  if (parts.length > 0 && parts.every(isFiller)) return 'greeting';
  const kinds = parts
    .filter((part) => !isFiller(part))
    .map((part) => {
      const kept = part.split(' ').filter((word) => !fillers.has(word));
      return order.find((kind) => isSaid(part, kind) || isSaid(kept.join(' '), kind)) ?? null;
    });
  return kinds.length === 0 || kinds.includes(null) ? null : (order.find((kind) => kinds.includes(kind)) ?? null);
}

function isSaid(part: string, kind: keyof SmallTalk): boolean {
  return languages.some(({ smallTalk }) => smallTalk[kind].includes(part));
}

/** Lower case, letters and numbers only, one apostrophe for all. */
function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
