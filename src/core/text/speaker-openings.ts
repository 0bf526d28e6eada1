import {
  conversational,
  isConversation,
  readAttendance,
  takesTurns,
  type Candidate,
  type Opening,
} from './conversation.js';
import { isLogLine } from './log-lines.js';
import { labelNouns, labelOpeners, speakingParts } from './not-speakers.js';
import type { Span } from './span.js';

const clock = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?`;
const dayAndClock = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)[,T]?\s?${clock}Z?`;
const stamp = String.raw`(?:${dayAndClock}|[\[(]\s*${dayAndClock}\s*[\])]|#\d+|[\[(]\s*(?:#?\d+|${clock}|\d{4}-\d\d-\d\d[ T]${clock})\s*[\])]|${clock})`;
const months = '[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec';
const when = String.raw`(?:(?:today|yesterday|mon|tue|wed|thu|fri|sat|sun)\w*|at|on|edited|utc|${clock}|\d{1,2}|\d{4}(?:-\d\d-\d\d)?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|(?:${months})\w*)`;
const word = String.raw`[\p{L}][\p{L}\p{M}\p{Nd}'’_.-]*`;
const pattern = {
  /** `[00:12:40] Anna Berg (chair):`, `Speaker 2 [00:01:23]:`, `MS. SEIDL:`. */
  colon: new RegExp(
    String.raw`^[*_]{0,2}(?:${stamp}\s*[-–—]?\s*)?((?:the\s+)?${word}(?:\s+${word}|\s+\d{1,2}(?!:?\d|\.)){0,4})\s*(\([^()\n]{1,60}\)|,\s[^:,\n]{2,40})?\s*(${stamp})?\s*(?::[*_]{0,2}\s+|：\s*)(?=\S)`,
    'iu',
  ),
  colonAlone: new RegExp(
    String.raw`^[*_]{0,2}(?:${stamp}\s*[-–—]?\s*)?((?:the\s+)?${word}(?:\s+${word}|\s+\d{1,2}(?!:?\d|\.)){0,4})\s*(\([^()\n]{1,60}\))?\s*(${stamp})?\s*:$`,
    'iu',
  ),
  /** `13:04 <@anna> Hello.`, also as a page of the web has it: `&lt;anna&gt;`. */
  chat: new RegExp(String.raw`^(?:${stamp}\s*)?(?:<|&lt;)[@+~&%\s]?([^<>&\s/][^<>&\n/]{0,30})(?:>|&gt;)\s+(?=\S)`, 'u'),
  /** `13:05 * anna laughs`: what somebody does. */
  action: new RegExp(String.raw`^(?:${stamp})\s+\*\s+[@+~&%]?([^\s<>:*]{1,30})\s+(?=\S)`, 'u'),
  header: new RegExp(
    String.raw`^(?:${stamp}\s*)?([\p{L}@][^\n:—–|,()[\]]{0,30}?)\s*(\([^()\n]{1,60}\))?\s*(?:[—–|,·-]|\s)\s*[\[(]?${when}(?:[\s,.]+${when})*[\])]?\s*$`,
    'iu',
  ),
  mail: new RegExp(
    String.raw`^On\s[^\n]{1,60}?(?:[,\d]|\b(?:${months})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?)\s+(?!(?:${months})(?:[a-z]{0,2}\b|uary|ruary|ember|tember|ober)|at\b)(\p{Lu}[^\n,<:]{1,40}?)\s*(?:<[^>\n]*>)?\s*wrote:\s*$`,
    'u',
  ),
  wrote:
    /^(?!On\s)([\p{Lu}@][^\n:,]{1,40}?)\s+(?<!\b(?:is|are|was|were|be|been|as|not)\s+)(?:wrote|writes|posted|replied|answered)\b[^\n:]{0,40}:\s*$/u,
  from: /^From:\s+"?([^\n<"]{2,60}?)"?\s*(?:<[^>\n]*>|\([^)\n]*\))?\s*$/u,
  time: new RegExp(String.raw`^(?:${stamp})|${clock}`, 'iu'),
  timeFirst: new RegExp(String.raw`^[*_]{0,2}[\[(]?\s*(?:${dayAndClock}|${clock})`, 'iu'),
};
const maxNameLength = 40;
const maxHeaderLength = 110;
/** What a line with a name and a time ends with; all others need no closer look. */
const headerEnd = new RegExp(String.raw`[\d)\]]\s*$|today|yesterday|day$|[ap]\.?m\.?$|(?:${months})\w*\s*$`, 'i');

/** Finds the lines among `lines` that open a turn, judged by the whole document. `text` is without notation. */
export function findOpenings(
  text: string,
  lines: readonly (Span & { readonly isListItem: boolean; readonly isHeading: boolean })[],
): Opening[] {
  const read = lines
    .map((line, number) => readLine(text, line, lines[number + 1]))
    .filter((candidate) => candidate !== null);
  if (read.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { name } of read) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isRepeated = ({ name }: Candidate): boolean => (counts.get(name) ?? 0) > 1;
  const inBrackets = read.filter(({ speaker: { start } }) =>
    /(?:<|&lt;)$/.test(text.slice(Math.max(0, start - 4), start)),
  );
  // "<anna> …" and "<bo> …"; one tag at the head of a line is one in a text about tags.
  const isChat = inBrackets.some(isRepeated) && new Set(inBrackets.map(({ name }) => name)).size > 1;
  // "[19:20] anna: …" and "[19:21] bo: …", where some come again: then a name that stands there once is one, too.
  const isTimedChat = new Set(read.filter((one) => one.isTimed && isRepeated(one)).map(({ name }) => name)).size > 1;
  const candidates = read
    .filter((one) => isChat || !one.isAction)
    .map((one) => ({
      ...one,
      isSure: one.isSure || (isChat && (one.isAction || inBrackets.includes(one))) || (isTimedChat && one.isTimed),
    }));
  const isDoubtful = candidates.some((one) => !one.isSure && !isRepeated(one));
  const small = new Set(isDoubtful ? text.match(/(?<![\p{L}@])\p{Ll}[\p{L}\p{M}]*/gu) : []);
  const named = candidates.filter((one) => one.isSure || isRepeated(one) || !isCommonNoun(one, small));
  // Once names recur in one form, a name that stands there once is of that form, too.
  const forms = new Set(named.filter((one) => one.isSure || (isRepeated(one) && !one.isListItem)).map(formOf));
  const present = readAttendance(text);
  const isPresent = ({ name, isListItem, isHeader }: Candidate): boolean =>
    !isListItem && !isHeader && present.has(name);
  const isDialogue = named.some(({ isSure }) => isSure) || isConversation(named) || takesTurns(named, lines);
  const opens = (one: Candidate): boolean => {
    if (one.isSure) return true;
    if (!isDialogue) return false;
    if (!one.isHeader && /^\p{Ll}/u.test(one.written)) return isRepeated(one);
    if (one.isHeader) return isRepeated(one) || named.filter(({ isHeader }) => isHeader).length > 1;
    if (one.isListItem) return isRepeated(one);
    return forms.size === 0 || forms.has(formOf(one));
  };
  return named.flatMap((one) => (opens(one) ? [one] : isPresent(one) ? [{ ...one, isRemark: true }] : []));
}

function readLine(
  text: string,
  { start, end, isListItem, isHeading }: Span & { readonly isListItem: boolean; readonly isHeading: boolean },
  next: Span | undefined,
): Candidate | null {
  const line = text.slice(start, Math.min(end, start + 160)).trimEnd();
  const whole = end - start <= 160;
  const make = (name: string, at: number, length: number, isSure: boolean, isHeader: boolean): Candidate => ({
    start,
    textStart: isHeader ? end : start + length,
    speaker: { start: start + at, end: start + at + name.length },
    isHeader,
    name: name.toLowerCase(),
    written: name,
    said: isHeader ? (next ? text.slice(next.start, next.end) : '') : text.slice(start + length, end),
    isSure,
    isListItem,
    isTimed: false,
    isAction: false,
  });
  const placed = (match: RegExpExecArray, isSure: boolean, isHeader: boolean): Candidate | null => {
    const name = (match[1] ?? '').trimEnd();
    const at = match[0].indexOf(name);
    return name === '' || name.length > maxNameLength ? null : make(name, at, match[0].length, isSure, isHeader);
  };
  const head = line.slice(0, 110);
  const chat = /<|&lt;/.test(head) ? pattern.chat.exec(line) : null;
  if (chat) return placed(chat, !/^[<&]/.test(chat[0]) || conversational.test(line.slice(chat[0].length)), false);
  const action = /\s\*\s/.test(head) && !isLogLine(line) ? pattern.action.exec(line) : null;
  const acts = action && placed(action, false, false);
  if (acts) return { ...acts, isAction: true };
  if (whole && !isHeading && (line.endsWith(':') || line.startsWith('From:'))) {
    const mail = pattern.mail.exec(line) ?? pattern.wrote.exec(line) ?? pattern.from.exec(line);
    const opened = mail && placed(mail, true, true);
    if (opened) return { ...opened, textStart: endOfMailHead(text, opened.textStart) };
  }
  if (!/[:：]/.test(head) && !/\d/.test(head)) return null;
  const colon =
    (/[:：]/.test(head) ? pattern.colon.exec(line) : null) ??
    (whole && next && !isHeading && line.endsWith(':') && isNextLine(text, end, next)
      ? pattern.colonAlone.exec(line)
      : null);
  if (colon) {
    const [opening = '', name = ''] = colon;
    const timed = pattern.time.test(opening.replace(name, ' '));
    if (!isNameLike(name) && !(timed && /^[\p{L}\d_.-]+$/u.test(name))) return null;
    const isOffice = holdsOffice(name);
    if (!timed && !isOffice && isLabel(name)) return null;
    const opened = placed(colon, (timed && isNameLike(name)) || isOffice, !/[\s：]$/.test(opening));
    return opened && { ...opened, isTimed: pattern.timeFirst.test(opening) };
  }
  if (!whole || isListItem || line.length > maxHeaderLength || !headerEnd.test(line)) return null;
  const header = pattern.header.exec(line);
  if (!header || (!pattern.time.test(line) && !/\d/.test(line))) return null;
  const name = header[1] ?? '';
  if (isLabel(name) || name.split(/\s+/).length > 4 || /[.!?]/.test(name.slice(0, -1))) return null;
  return placed(header, /\btoday at\b|\byesterday at\b/i.test(line), true);
}

/** Where the lines of a mail's head end that follow `From:` at `at`. */
function endOfMailHead(text: string, at: number): number {
  const rest = /^(?:\s*\n[ \t>]*(?:To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|In-Reply-To)\s*:[^\n]*)+/i.exec(
    text.slice(at, at + 2_000),
  );
  return at + (rest?.[0].length ?? 0);
}

/** Whether nothing stands between, such as a block of code. */
function isNextLine(text: string, end: number, next: Span): boolean {
  return text.slice(end, next.start).trim() === '';
}

/** A name: every word has a capital, apart from the small words between ("van der") and a number at the end. */
function isNameLike(name: string): boolean {
  return name
    .replace(/^the\s+/i, '')
    .split(/\s+/)
    .every(
      (part, i) =>
        !/\p{L}{5}\.$/u.test(part) && // the end of a sentence
        (/^[\p{Lu}\p{Lo}\d]/u.test(part) ||
          (i > 0 && /^(?:van|von|der|den|de|del|di|da|la|le|of|bin|al|ten|zu)$/.test(part))),
    );
}

/** `THE CHAIRMAN`, `CLERK OF THE COURT`, `Speaker 2`; not `SPEAKER LIST`. */
function holdsOffice(name: string): boolean {
  const parts = name
    .toLowerCase()
    .replace(/^the\s+|\s+\d+$/g, '')
    .split(/\s+/);
  const last = parts.at(-1) ?? '';
  if (labelNouns.has(last) && !speakingParts.has(last)) return false;
  return parts.some((part) => speakingParts.has(part)) && (isCapitals(name) || /^speaker \d+$/i.test(name));
}

/** Whether a name before a colon is that of a thing or a note, as in `Fee:` or `Note:`. */
function isLabel(name: string): boolean {
  const parts = name
    .toLowerCase()
    .replace(/\s+\d+$|[.'’]s?$/gu, '')
    .split(/\s+/);
  return labelNouns.has(parts.at(-1) ?? '') || labelNouns.has(parts.join(' ')) || labelOpeners.has(parts[0] ?? '');
}

function isCapitals(name: string): boolean {
  return name === name.toUpperCase() && /\p{Lu}{2}/u.test(name);
}

/** Whether the document has the label in small letters, too, as it has no name. */
function isCommonNoun({ name, written, isHeader }: Candidate, small: ReadonlySet<string>): boolean {
  const last = name.split(/\s+/).at(-1) ?? '';
  return !isHeader && last.length > 2 && !written.endsWith(last) && small.has(last);
}

function formOf({ isHeader, written }: Candidate): string {
  return isHeader ? 'header' : isCapitals(written) ? 'capitals' : 'name';
}
