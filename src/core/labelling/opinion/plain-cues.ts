import { featureSigns } from '../../english/features.js';
import { wordsOf } from '../../english/word-classes.js';
import { firstEndingAfter } from '../../text/span.js';
import type { SentenceView } from '../grammar/sentence-view.js';
import { collectCues } from './opinion-cues.js';

const technical = wordsOf('technical');

/** Collects cues in a text for reference: not from what is set as code, and not from words that name a state there. */
export function plainCollector(text: string): typeof collectCues {
  const code = Array.from(text.matchAll(/`[^`\n]+`|(?<=\s)--?\w[\w-]*/g), ({ index, 0: own }) => ({
    start: index,
    end: index + own.length,
  }));
  return (view, ranges) =>
    collectCues(view, ranges)
      .map((cue) =>
        cue.feature === 'we' && isOurView(view, cue.start) ? { ...cue, feature: 'my view' as const } : cue,
      )
      .filter(({ feature, start, end }) => {
        if (featureSigns[feature] !== 1) return true;
        if (/ word$|^evaluation$|^trait$/.test(feature) && technical.has(view.text.slice(start, end).toLowerCase()))
          return false;
        const own = code[firstEndingAfter(code, start)];
        return own === undefined || own.start > start;
      });
}

/** "We think it is worth it", "we'd rather you rang", "in our experience": the view of whoever wrote the documentation. */
function isOurView({ text, sentence }: SentenceView, at: number): boolean {
  const before = text.slice(Math.max(sentence.start, at - 3), at).toLowerCase();
  const words = text
    .slice(at, at + 40)
    .toLowerCase()
    .replace(/’/g, "'");
  return before === 'in '
    ? /^our (?:\w+ )?(?:view|opinion|experience)\b/.test(words)
    : /^we(?: \w+ly)? (?:think|believe|reckon|feel|doubt|love|hate|prefer|regret)\b(?! about)|^we(?:'d| would) rather\b/.test(
        words,
      );
}
