import type { DerivedText } from '../../core/formats/derived-document.js';
import { readDiscordExport } from '../../core/formats/discord-export.js';
import { readSubtitles } from '../../core/formats/subtitles.js';
import { VerbatimError } from '../../core/errors.js';
import { decodeText } from '../decode-text.js';

/** Reads subtitles. Throws `bad-input` for what is none. */
export function readSubtitleFile(bytes: Uint8Array): DerivedText {
  const text = decode(bytes);
  const derived = text === null ? null : readSubtitles(text);
  if (!derived) throw new VerbatimError('bad-input', 'it has no subtitles (SRT or VTT) in it');
  return derived;
}

/** Reads the export of a Discord channel. Throws `bad-input` for any other JSON. */
export function readExportFile(bytes: Uint8Array): DerivedText {
  const derived = readDiscordExport(parse(decode(bytes) ?? ''));
  if (!derived) throw new VerbatimError('bad-input', 'it is no export of a Discord channel with messages');
  return derived;
}

function decode(bytes: Uint8Array): string | null {
  return decodeText(bytes).text?.replace(/^\ufeff/, '') ?? null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new VerbatimError('bad-input', 'it is no JSON, or a damaged one', { cause: error });
  }
}
