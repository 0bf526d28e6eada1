import { readYamlFrontMatter, type FrontMatter } from './yaml-front-matter.js';

const fence = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?\r?\n)?\+\+\+[ \t]*(?:\r?\n|$)/;
const field = /^([\w-]+|"[^"]+")\s*=\s*(.*)$/;
const value = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|\[(.*)\]|([\w.:+-]+(?: [\d:.]+)?))\s*(?:#.*)?$/;

/** Reads the metadata at the very top of a text: YAML between `---` lines, or TOML between `+++` lines. */
export function readFrontMatter(text: string): FrontMatter {
  const match = fence.exec(text);
  return match ? { ...readToml(match[1] ?? ''), bodyStart: match[0].length } : readYamlFrontMatter(text);
}

/** The plain fields of TOML: strings, numbers, dates and lists of them on one line, up to the first table. */
function readToml(block: string): Pick<FrontMatter, 'fields' | 'fault'> {
  const fields = new Map<string, string>();
  for (const [number, line] of block.split(/\r?\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (trimmed.startsWith('[')) break;
    const [, name, written] = field.exec(trimmed) ?? [];
    const read = written === undefined ? null : readValue(written);
    if (name === undefined || read === null) {
      return { fields: new Map(), fault: `line ${number + 2}: expected a name, "=" and a value on one line` };
    }
    fields.set(name.replace(/^"|"$/g, '').toLowerCase(), read);
  }
  return { fields, fault: null };
}

function readValue(written: string): string | null {
  const [whole, quoted, literal, list, bare] = value.exec(written.trim()) ?? [];
  if (whole === undefined) return null;
  if (quoted !== undefined) return quoted.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark)).trim();
  if (list === undefined) return (literal ?? bare ?? '').trim();
  const items = list.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,]+/g) ?? [];
  return items.map((item) => readValue(item) ?? item).join(', ');
}
