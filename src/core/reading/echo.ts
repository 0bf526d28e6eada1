import type { AskedQuestion } from '../question/read-question.js';

const wantsOneOfAKind = /\b(?:which|what) \p{L}/iu;
const offersChoice = /\bor\b/iu;
const wordOf = /[\p{L}\p{N}]+/gu;

/**
 * Tells whether words only say a name that the question itself says, which is no answer to "Which country mediated between Pakistan
 * and Afghanistan?"; null where the question names nobody or gives names to choose from.
 */
export function createEchoTest({ text, names }: AskedQuestion): ((words: string) => boolean) | null {
  if (names.length === 0 || !wantsOneOfAKind.test(text) || offersChoice.test(text)) return null;
  const said = new Set(names.flatMap((name) => name.text.toLowerCase().match(wordOf) ?? []));
  return (words) => {
    const own = words.toLowerCase().match(wordOf) ?? [];
    return own.length > 0 && own.every((word) => said.has(word));
  };
}
