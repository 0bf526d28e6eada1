import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { chooseTarget, nameCollection } from '../../app/asking/choose-collections.js';
import { placeWords } from '../../app/asking/answer-wording.js';
import { describeDoubts } from '../../app/indexing/describe-doubts.js';
import { countOf } from '../../app/pages/lane-wording.js';
import { readSettings, readStoreSettings } from '../../app/settings.js';
import { requireCorpus } from '../../app/shelf/folder-sources.js';
import { shelfLimits } from '../../app/shelf/server-limits.js';
import { operator, type ShelfOptions } from '../../app/shelf/shelf-parts.js';
import { findNamesakes, replaceSource } from '../../app/shelf/replace-source.js';
import { Shelf } from '../../app/shelf/shelf.js';
import type { AddRequest, ShelvedSource } from '../../app/shelf/shelved-source.js';
import { inMegabytes } from '../../app/shelf/take-in.js';
import { VerbatimError } from '../../core/errors.js';
import { namePlace } from '../../core/text/name-place.js';
import { printNotice, terminalStyle, visible, type TerminalStyle } from '../terminal-style.js';
import { describeRemoved } from '../describe-removed.js';

export interface AddFlags {
  readonly collection?: string;
  readonly yes?: true;
  /** Whether it takes the place of a file of the same name. */
  readonly replace?: true;
  readonly dryRun?: true;
}

/** How the shelf of the terminal works otherwise, as a test wants it. */
export type ShelfChanges = Pick<ShelfOptions, 'network' | 'pauseMs'>;

/**
 * Shows what is read in each file or page, then puts it in use; what is doubtful only when that is wanted all the same. Throws `bad-input`
 * once all were looked at where one is not in use.
 */
export async function runAdd(names: readonly string[], flags: AddFlags, changes: ShelfChanges = {}): Promise<void> {
  const { corpusDir, indexServer } = readSettings();
  await requireCorpus(corpusDir);
  if (indexServer !== null) {
    const { requireOwnFolder } = await import('../../app/indexing/require-own-folder.js');
    await requireOwnFolder(corpusDir, indexServer);
  }
  const collection = chooseTarget(flags.collection ?? '');
  const shelf = openShelf(changes);
  const failures: VerbatimError[] = [];
  try {
    await shelf.tidy();
    for (const name of names) {
      await addOne(shelf, name, { ...flags, collection }).catch((error: unknown) => {
        if (!(error instanceof VerbatimError)) throw error;
        failures.push(error);
        if (names.length > 1) process.stderr.write(`verbatim: ${visible(error.message)}\n`);
      });
    }
  } finally {
    await shelf.close();
  }
  const [first] = failures;
  if (!first) return;
  if (names.length === 1) throw first;
  throw new VerbatimError('bad-input', { problem: `${failures.length} of ${names.length} are not in use` });
}

export function openShelf(changes: ShelfChanges): Shelf {
  const failures = new Set<string>();
  return new Shelf({
    ...changes,
    settings: { ...readSettings(), ...readStoreSettings() },
    onFailure: (error) => {
      const line = visible(error instanceof Error ? error.message : String(error));
      if (!failures.has(line)) process.stderr.write(`notice: ${line}\n`);
      failures.add(line);
    },
  });
}

/** Throws where it is not in use in the end, unless that was not wanted. */
async function addOne(shelf: Shelf, name: string, flags: AddFlags): Promise<void> {
  const style = terminalStyle(process.stdout);
  const id = await shelf.add(await toRequest(name, flags.collection ?? ''), operator);
  const source = await shelf.whenRead(id, operator);
  try {
    if (source?.state.kind !== 'ready') {
      const detail = source?.state.kind === 'failed' ? source.state.reason : 'it was thrown away meanwhile';
      throw new VerbatimError('bad-input', { problem: '{subject}: {detail}', subject: name, detail });
    }
    process.stdout.write(renderPreview(source, style));
    const namesakes = findNamesakes(source, await shelf.list(operator));
    if (flags.replace !== true) for (const one of namesakes) warnOfNamesake(source, one);
    if (flags.dryRun === true) process.stdout.write('Not put in use (--dry-run).\n\n');
    else {
      await refuseDoubtful(name, source, flags);
      const isReplacing = flags.replace === true && source.reading?.sameAs === null;
      const { used, replaced } = await replaceSource(shelf, source, isReplacing ? namesakes : [], operator);
      if (replaced) process.stdout.write(`${visible(await describeRemoved(shelf, replaced))}\n`);
      process.stdout.write(`In use: ${visible(used?.path ?? '')}\n\n`);
    }
  } finally {
    await shelf.discard(id, operator); // unless it is in use
  }
}

/** Says that a file of the same name stays in use, and how to have this one in its place. */
function warnOfNamesake({ reading }: ShelvedSource, { path: used, name }: ShelvedSource): void {
  if (reading?.sameAs === used) return;
  printNotice(`a file of that name is in use, and goes on being quoted: ${used ?? name}. To replace it: --replace`);
}

async function toRequest(name: string, collection: string): Promise<AddRequest> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(name)) return { kind: 'link', url: name, collection };
  const found = await stat(name).catch(() => null);
  if (found && !found.isFile() && !found.isDirectory())
    throw new VerbatimError('bad-input', { problem: '{subject} is no file', subject: name });
  if (found?.isFile() === true && found.size > shelfLimits.fileBytes) {
    const problem = `{subject}: it is larger than ${inMegabytes(shelfLimits.fileBytes)} MB`;
    throw new VerbatimError('bad-input', { problem, subject: name });
  }
  const bytes = await readFile(name).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = code === 'EISDIR' ? '{subject} is a folder' : 'The file "{subject}" cannot be read';
    const advice = 'Give the path of a file, or an address that begins with https://';
    throw new VerbatimError('bad-input', { problem, subject: name, advice }, { cause: error });
  });
  return { kind: 'file', name: path.basename(name), bytes, collection };
}

/** Throws where something is doubtful and nobody wants it all the same; on a terminal that is asked. */
async function refuseDoubtful(name: string, { reading }: ShelvedSource, { yes }: AddFlags): Promise<void> {
  if (yes === true || !reading || reading.doubts.length === 0 || reading.sameAs !== null) return;
  const isAsked = process.stdin.isTTY && process.stdout.isTTY;
  if (isAsked && (await askYes('Put it in use all the same? [y/N] '))) return;
  throw new VerbatimError('bad-input', {
    problem: '{subject}: not put in use, since something in it is doubtful',
    subject: name,
    advice: 'To use it all the same, say --yes',
  });
}

async function askYes(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await lines.question(question)).trim());
  } finally {
    lines.close();
  }
}

/** What was read, what is doubtful in it, and three sentences of it. */
function renderPreview({ name, reading, collection, fetched }: ShelvedSource, style: TerminalStyle): string {
  if (!reading) return '';
  const { title, format, documents, pages, sentences, bytes, doubts, repairs, samples } = reading;
  const facts = [
    format,
    ...(documents > 1 ? [countOf(documents, 'document')] : []),
    ...(pages === null ? [] : [countOf(pages, 'page')]),
    countOf(sentences, 'sentence'),
    `${Math.max(1, Math.round(bytes / 1024))} KB`,
    nameCollection(collection),
  ];
  const lines = [
    style.bold(visible(title)),
    style.dim(visible(`${title === name ? '' : `${name}: `}${facts.join(' · ')}`)),
    ...(fetched ? [style.dim(visible(`${fetched.url} · fetched ${fetched.on}`))] : []),
    ...(reading.notice === undefined ? [] : [style.dim(`Notice: ${visible(reading.notice)}.`)]),
    ...(repairs === 0
      ? []
      : [style.dim(`Put right: ${countOf(repairs, 'word')} parted or printed otherwise in the file.`)]),
    ...(doubts.length === 0 ? [] : [style.wrap(visible(`Doubtful: ${describeDoubts(doubts)}.`), '')]),
    ...samples.map(({ exact, place }) => {
      const at = place ? ` (${namePlace({ paragraph: 1, place }, placeWords)})` : '';
      return style.wrap(visible(`“${exact.replace(/\s+/g, ' ')}”${at}`), '  ');
    }),
  ];
  return `${lines.join('\n')}\n`;
}
