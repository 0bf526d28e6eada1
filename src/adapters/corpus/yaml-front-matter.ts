/** The only file that knows the yaml package: the optional block of metadata at the top of a document. */
import { parse } from 'yaml';

export interface FrontMatter {
  /** Field names lower-cased; values as text, those of a list with commas between them. */
  readonly fields: ReadonlyMap<string, string>;
  /** Offset at which the document's own text begins. */
  readonly bodyStart: number;
  /** What is wrong with the block, in one line; its fields are then empty. */
  readonly fault: string | null;
}

const fence = /^\ufeff?---[ \t]*\r?\n([\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Reads front matter between two `---` lines at the very top of `text`. A text without it has no fields. */
export function readYamlFrontMatter(text: string): FrontMatter {
  const match = fence.exec(text);
  if (!match) return { fields: new Map(), bodyStart: text.startsWith('\ufeff') ? 1 : 0, fault: null };
  const bodyStart = match[0].length;
  let value: unknown;
  try {
    // In this schema every value is text, so that "1.10" and "007" stay as they are written.
    value = parse(match[1] ?? '', { schema: 'failsafe', logLevel: 'error' });
  } catch (error) {
    const plain = readPlainFields(match[1] ?? '');
    if (plain) return { fields: plain, bodyStart, fault: null };
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/:$/, '') : String(error);
    const fault = `expected one "name: value" in each line, with quotation marks around a value that has other signs in it (${reason})`;
    return { fields: new Map(), bodyStart, fault };
  }
  if (value === null) return { fields: new Map(), bodyStart, fault: null };
  // A text may open with a horizontal rule: lines that are not `name: value` are text, not metadata.
  if (typeof value !== 'object' || Array.isArray(value)) return { fields: new Map(), bodyStart: 0, fault: null };
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string') fields.set(name.toLowerCase(), field.trim());
    else if (isListOfText(field)) fields.set(name.toLowerCase(), field.map((item) => item.trim()).join(', '));
  }
  return { fields, bodyStart, fault: null };
}

/**
 * Lines of `name: value` that are no YAML because of a sign inside a value, as the second colon of "title: Howto: a survey"; null
 * where a line has another form, or a value opens what YAML would go on with.
 */
function readPlainFields(block: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of block.split(/\r?\n/)) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined && last !== null) {
      fields.set(last, [fields.get(last) ?? '', item.trim()].filter((one) => one !== '').join(', '));
      continue;
    }
    const [, name, written] = /^([\p{L}\w-]+)[ \t]*:(?:[ \t]+(.*))?$/u.exec(line) ?? [];
    if (name === undefined || fields.has(name.toLowerCase())) return null;
    const value = (written ?? '').trim();
    const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
    if (quoted === undefined && /^[["'{|>&*!%]/.test(value)) return null;
    last = name.toLowerCase();
    fields.set(last, quoted ?? value);
  }
  return fields;
}

function isListOfText(field: unknown): field is string[] {
  return Array.isArray(field) && field.length > 0 && field.every((item) => typeof item === 'string');
}
