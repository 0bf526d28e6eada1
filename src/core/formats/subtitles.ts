import type { Opening } from '../text/conversation.js';
import type { DerivedText } from './derived-document.js';
import { TextBuilder } from './text-builder.js';

/** What is said from one time on. */
interface Cue {
  readonly ms: number;
  readonly endMs: number;
  /** Null where the format does not say; a name at the head of a line is found later, by its look. */
  readonly speaker: string | null;
  readonly words: string;
}

const times = /^\s*(?:(\d+):)?(\d{1,2}):(\d\d)[.,](\d{3})\s+-->\s+(?:(\d+):)?(\d{1,2}):(\d\d)[.,](\d{3})/;
/** Other angle brackets are words: "3 < 5 apples". */
const marks = /<\/?(?:i|b|u|font|c|v|lang|ruby|rt)(?:[.\s][^<>]*)?>|<(?:\d+:)?\d\d:\d\d\.\d{3}>|\{\\[^}]*\}/gi;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  lrm: ' ',
  rlm: ' ',
};
/** A silence from here on ends a paragraph, and so does the end of a sentence in a long one. */
const maxPauseMs = 3_000;
const longParagraph = 400;
const longestParagraph = 900;
/** `ANNA: I am here.`, `- Where?`: another one speaks. */
const opensTurn = /^(?:[-–—]\s*|\p{Lu}[\p{L}\p{Nd}.'’ -]{0,30}:\s)/u;

/**
 * Reads subtitles in the form of SubRip (SRT) or WebVTT: what is said as paragraphs, each word with its time. Null for what is
 * neither.
 */
export function readSubtitles(text: string): DerivedText | null {
  const cues = readCues(text.replace(/\r\n?/g, '\n'));
  if (cues.length === 0) return null;
  const builder = new TextBuilder();
  const openings: Opening[] = [];
  let speaker: string | null = null;
  for (const paragraph of joinCues(cues)) {
    const [first] = paragraph;
    if (!first) continue;
    const before = openings.at(-1);
    if (first.speaker !== null && first.speaker !== speaker) openings.push(openTurn(builder, first.speaker));
    // What follows without a name is nobody's.
    else if (first.speaker === null && speaker !== null && before)
      openings[openings.length - 1] = { ...before, until: builder.end };
    const opening = openings.at(-1);
    const isOpened = opening !== undefined && opening.textStart === builder.end;
    speaker = first.speaker;
    const words = paragraph.map((cue) => cue.words).join(' ');
    const { start } = builder.addBlock({ words }, { kind: 'paragraph' }, { gap: isOpened ? '' : '\n\n' });
    let at = start;
    for (const cue of paragraph) {
      builder.markPlace({ kind: 'time', ms: cue.ms }, at);
      at += cue.words.length + 1;
    }
  }
  const title = /^WEBVTT[ \t]+(?:-\s*)?(\S[^\n]*)/.exec(text)?.[1]?.trim();
  const isVoiced = openings.length > 0;
  return builder.finish(
    { kind: 'transcript', ...(title === undefined ? {} : { title }) },
    isVoiced ? { openings } : {},
  );
}

/** Writes who speaks from here on, in front of the words. */
function openTurn(builder: TextBuilder, speaker: string): Opening {
  if (builder.end > 0) builder.write('\n\n');
  const name = builder.write(speaker);
  const { end: textStart } = builder.write(': ');
  return { start: name.start, textStart, speaker: name, isHeader: false };
}

function readCues(text: string): Cue[] {
  const cues: Cue[] = [];
  let shown: readonly string[] = [];
  for (const { match, body } of cutCues(text)) {
    const parts = body
      .join('\n')
      .split(/(?=<v[.\s])|<\/v>/)
      .map((part) => ({ speaker: speakerOf(part), lines: readLines(part) }))
      .filter(({ lines }) => lines.length > 0);
    const said = parts.flatMap(({ lines }) => lines);
    // What is typed while it is said shows the line before once more.
    const ms = readTime(match.slice(1, 5));
    const isRepeated = said[0] === shown.at(-1) && (said.length > 1 || ms <= (cues.at(-1)?.endMs ?? -1) + 50);
    shown = said;
    for (const [i, { speaker, lines }] of parts.entries()) {
      const words = (isRepeated && i === 0 ? lines.slice(1) : lines).join(' ');
      if (words !== '') cues.push({ ms, endMs: readTime(match.slice(5, 9)), speaker, words });
    }
  }
  return cues;
}

/** The lines below each line with times, up to the next one, without what names or numbers a cue, notes and styles. */
function cutCues(text: string): { match: RegExpExecArray; body: string[] }[] {
  const found: { match: RegExpExecArray; body: string[] }[] = [];
  let body: string[] = [];
  let isNote = false;
  for (const line of text.split('\n')) {
    const isFirst = (body.at(-1) ?? '').trim() === '';
    const match = times.exec(line);
    if (match || /^\s*[\d:.,]+\s+-->/.test(line)) {
      const isNamed = /^\s*\d+\s*$/.test(body.at(-1) ?? '') || (body.at(-2) ?? 'none').trim() === '';
      if (isNamed) body.pop();
      body = []; // that of times which cannot be read is nobody's
      if (match) found.push({ match, body });
      isNote = false;
    } else if (line.trim() === '') {
      isNote = false;
      body.push(line);
    } else if (isNote || (isFirst && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line))) isNote = true;
    else body.push(line);
  }
  return found;
}

function speakerOf(part: string): string | null {
  const name = /^<v(?:\.[\w.-]+)?\s+([^>]+)>/.exec(part)?.[1];
  return (name && decodeEntities(name).replace(/\s+/g, ' ').trim()) ?? null;
}

function readTime([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: readonly (
  string | undefined
)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(thousandths);
}

/** Lines without their marks, and without those that only tell of a sound. */
function readLines(part: string): string[] {
  return part
    .split('\n')
    .map((line) => decodeEntities(line.replace(marks, '')).replace(/\s+/g, ' ').trim())
    .filter((line) => !/^(?:\[[^\]]*\]|\([^)]*\)|[♪♫\s]*)$/u.test(line));
}

function decodeEntities(words: string): string {
  return words.replace(/&(amp|lt|gt|quot|apos|#0?39|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? "'");
}

/** Cues in paragraphs: to the next speaker, a silence, or the end of a sentence in a long one. */
function joinCues(cues: readonly Cue[]): Cue[][] {
  const paragraphs: Cue[][] = [];
  let length = 0;
  for (const cue of cues) {
    const paragraph = paragraphs.at(-1);
    const before = paragraph?.at(-1);
    const isWhole = before !== undefined && /[.!?…]["”’)]*$/u.test(before.words);
    const ends =
      !before ||
      cue.speaker !== before.speaker ||
      (cue.speaker === null && opensTurn.test(cue.words)) ||
      (cue.ms - before.endMs > maxPauseMs && isWhole) ||
      (length > longParagraph && isWhole) ||
      length > longestParagraph;
    if (ends || !paragraph) {
      paragraphs.push([cue]);
      length = 0;
    } else paragraph.push(cue);
    length += cue.words.length + 1;
  }
  return paragraphs;
}
