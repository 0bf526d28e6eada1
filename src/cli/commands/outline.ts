import path from 'node:path';
import { outlineFile, type DocumentOutline, type OutlinedSentence } from '../../app/indexing/outline-document.js';
import { readInherited, readNamedFile } from '../../app/indexing/read-inherited.js';
import { describeTextKind } from './label.js';
import { namePlace } from '../../core/text/name-place.js';
import { placeWords } from '../../app/asking/answer-wording.js';
import { printNotice, terminalStyle, visible, type TerminalStyle } from '../terminal-style.js';

export async function runOutline(file: string, { json }: { readonly json: boolean }): Promise<void> {
  const { full, bytes } = await readNamedFile(file);
  for (const outline of await outlineFile(path.basename(full), bytes, await readInherited(full, printNotice))) {
    for (const notice of outline.notices) printNotice(notice);
    process.stdout.write(json ? `${JSON.stringify(outline)}\n` : renderOutline(outline, terminalStyle(process.stdout)));
  }
}

/** A line for the document, one for each section, speaker and unit where it changes, and one for each sentence. */
function renderOutline(outline: DocumentOutline, style: TerminalStyle): string {
  const { title, date, kind, textKind, sentences, format, doubts, repairCount } = outline;
  const lines = [
    style.bold(
      [title, date]
        .filter((part) => part !== null)
        .map(visible)
        .join(' · '),
    ),
    style.dim(
      `${describeTextKind(textKind)}${kind === undefined ? '' : ' (as declared)'}${format === undefined ? '' : ` · read as ${format}`}`,
    ),
    ...(repairCount === 0
      ? []
      : [
          style.dim(
            `Put right: ${repairCount} ${repairCount === 1 ? 'word' : 'words'} that are parted or printed otherwise in the file.`,
          ),
        ]),
    ...(doubts === '' ? [] : [style.dim(style.wrap(visible(`Doubtful: ${doubts}.`), ''))]),
  ];
  let above: string | null = null;
  for (const sentence of sentences) {
    const head = describePlace(sentence);
    if (head !== above) lines.push('', style.dim(visible(head)));
    above = head;
    const mark = sentence.isContext ? '↓' : ' ';
    lines.push(style.wrap(`${mark} ${visible(sentence.exact.replace(/\s+/g, ' '))}`, '  '));
  }
  return `${lines.join('\n')}\n`;
}

function describePlace({ section, speaker, date, unit, block, isContext, ...placed }: OutlinedSentence): string {
  const kind = isContext ? `${block}, shown above what follows` : `${unit.kind} ${unit.start}–${unit.end}`;
  const place = unit.kind === 'sentences' && !isContext ? block : kind;
  const own = placed.place ? namePlace({ paragraph: 1, ...placed }, placeWords) : '';
  return [own, section.join(' › '), speaker === null ? '' : `${speaker}:`, date ?? '', place]
    .filter((part) => part !== '')
    .join(' · ');
}
