import type { AttributionKind, Lane } from '../core/labelling/labels.js';
import type { Span } from '../core/text/span.js';

/** A stretch of the document with its gold label; the source of an attributed one as the annotator gave it. */
export interface GoldSpan extends Span {
  readonly label: Lane;
  readonly source: string | null;
  readonly cue: string | null;
  readonly kind: AttributionKind | null;
}

export class LabelledFormatError extends Error {
  override readonly name = 'LabelledFormatError';
}

/** A line of the labelled set, its tags taken out. */
export interface ParsedLine {
  readonly text: string;
  readonly head: Omit<GoldSpan, 'start' | 'end'>;
  /** Offsets into `text`. */
  readonly spans: readonly GoldSpan[];
}

const lanesByLetter: Readonly<Record<string, Lane>> = { R: 'reported', O: 'opinion', A: 'attributed' };

/** Reads a labelled line (its format: tests/labelled/GUIDE.md). `where` is the place in messages. */
export function parseLabelledLine(line: string, where: string): ParsedLine {
  const [, letter, attributes = '', body] = /^([ROA])((?:\s+\w+="[^"]*")*)\|\s+(.*)$/.exec(line) ?? [];
  if (letter === undefined || body === undefined)
    throw new LabelledFormatError(`${where}: expected "R| ", "O| " or "A source=… cue=… kind=…| "`);
  const head = parseAttributes(letter, attributes, where);
  const spans: GoldSpan[] = [];
  let text = '';
  let from = 0;
  for (const match of body.matchAll(/<([roa])((?:\s+\w+="[^"]*")*)>(.*?)<\/\1>/g)) {
    const [whole, tag = '', own = '', inside = ''] = match;
    text += body.slice(from, match.index);
    spans.push({
      ...parseAttributes(tag.toUpperCase(), own, where),
      start: text.length,
      end: text.length + inside.length,
    });
    text += inside;
    from = match.index + whole.length;
  }
  text += body.slice(from);
  if (/<\/?[roa][\s>]/.test(text)) throw new LabelledFormatError(`${where}: a tag is not closed, or nested`);
  return { text, head, spans };
}

function parseAttributes(letter: string, attributes: string, where: string): Omit<GoldSpan, 'start' | 'end'> {
  const label = lanesByLetter[letter] ?? 'reported';
  if (label !== 'attributed') return { label, source: null, cue: null, kind: null };
  const values = new Map([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
  const kind = values.get('kind');
  if (kind !== 'said' && kind !== 'thinks' && kind !== 'wants' && kind !== 'shows') {
    throw new LabelledFormatError(`${where}: kind "${kind ?? ''}" is none of said, thinks, wants, shows`);
  }
  return { label, source: values.get('source') ?? '', cue: values.get('cue') ?? '', kind };
}
