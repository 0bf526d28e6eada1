import { wordsOf } from './word-classes.js';

/** Judgements by the way they are built: "unforgivable", "rudderless", "blameworthy", "overhyped". */
const builtJudgement =
  /^(?:un[a-z]{3,}(?:able|ible|ably)|[a-z]{4,}less(?:ly|ness)?|[a-z]{4,}worthy|over(?:hyped|priced|zealous|reach|wrought|bearing|cooked)|mis(?:judg|manag|guid|direct|spen|plac|rul)[a-z]+|[a-z]{4,}(?:esque|ishly))$/;
const plain = wordsOf('plain despite its form');

/** Whether a lower-cased word judges by its prefix or ending; "wireless" and its like do not. */
export function isBuiltJudgement(word: string): boolean {
  return word.length > 6 && builtJudgement.test(word) && !plain.has(word);
}

/** "impressively" to "impressive", "happily" to "happy"; other words as they are. */
export function stripAdverb(word: string): string {
  if (!word.endsWith('ly') || word.length < 6) return word;
  if (word.endsWith('ily')) return `${word.slice(0, -3)}y`;
  return word.endsWith('bly') ? `${word.slice(0, -1)}e` : word.slice(0, -2);
}
