/** Text of any encoding has next to no control characters besides tabs and line ends. */
const maxControlShare = 0.001;

interface DecodedText {
  /** A byte order mark stays in it; null for what is no text. */
  readonly text: string | null;
  /** What there is to say of anything but UTF-8, as the end of a line about the file. */
  readonly notice: string | null;
}

/** The text of a file: UTF-8, UTF-16 with a byte order mark, or Windows-1252, which Latin-1 is a part of. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (isUtf32(bytes)) return leaveOut('UTF-32; save it as UTF-8');
  const wide = encodingOfMark(bytes);
  if (wide !== null) {
    const text = decodeAs(wide, bytes);
    return text === null ? leaveOut('not valid UTF-16') : { text, notice: 'read as UTF-16; save it as UTF-8' };
  }
  if (bytes.includes(0)) return leaveOut('a binary file, not text');
  const text = decodeAs('utf-8', bytes);
  if (text !== null) return { text, notice: null };
  if (countControls(bytes) > maxControlShare * bytes.length) return leaveOut('a binary file, not text');
  const notice = 'read as Windows-1252, as it is not valid UTF-8; save it as UTF-8';
  return { text: decodeWindows1252(bytes), notice };
}

function leaveOut(reason: string): DecodedText {
  return { text: null, notice: `left out: ${reason}` };
}

/** Text in an encoding, with its byte order mark; null where a byte does not fit. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Which UTF-16 a file is in, by its byte order mark; null for one without. */
export function encodingOfMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Whether a file begins with the byte order mark of UTF-32, of which that of UTF-16 is a part. */
function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

function countControls(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 ? 1 : 0), 0);
}

/** What the bytes from 0x80 to 0x9F stand for; a space where they stand for nothing. */
const letters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * The text of bytes in Windows-1252. Some versions of Node take them for Latin-1, where dashes and curly quotation marks
 * are control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (control) => {
    const letter = letters.charAt(control.charCodeAt(0) - 0x80);
    return letter === ' ' ? control : letter;
  });
}
