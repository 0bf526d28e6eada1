/** The only file that knows the yaml package: the optional block of metadata at the top of a document. */
import { parse } from 'yaml';

export interface FrontMatter {
  /** Field names lower-cased; only scalar values, as text. */
  readonly fields: ReadonlyMap<string, string>;
  /** Offset at which the document's own text begins. */
  readonly bodyStart: number;
  /** What is wrong with the block, in one line; its fields are then empty. */
  readonly fault: string | null;
}

const fence = /^\ufeff?---[ \t]*\r?\n([\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Reads front matter between two `---` lines at the very top of `text`. A text without it has no fields. */
export function readFrontMatter(text: string): FrontMatter {
  const match = fence.exec(text);
  if (!match) return { fields: new Map(), bodyStart: text.startsWith('\ufeff') ? 1 : 0, fault: null };
  const bodyStart = match[0].length;
  let value: unknown;
  try {
    // In this schema every value is text, so that "1.10" and "007" stay as they are written.
    value = parse(match[1] ?? '', { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { fields: new Map(), bodyStart, fault: fault.split('\n')[0] ?? 'not valid YAML' };
  }
  if (value === null) return { fields: new Map(), bodyStart, fault: null };
  // A text may open with a horizontal rule: lines that are not `name: value` are text, not metadata.
  if (typeof value !== 'object' || Array.isArray(value)) return { fields: new Map(), bodyStart: 0, fault: null };
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string') fields.set(name.toLowerCase(), field.trim());
  }
  return { fields, bodyStart, fault: null };
}
