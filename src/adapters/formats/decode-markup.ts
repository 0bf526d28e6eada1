import { decodeAs, decodeWindows1252, encodingOfMark } from '../decode-text.js';

/** What a page or an XML file says of its own encoding, near its beginning. */
const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)|^<\?xml[^>]*encoding=["']([\w-]+)/i;

/** The text of a page or an XML file, without its byte order mark: by that, else by what it says, else UTF-8; where that does not fit, Windows-1252. */
export function decodeMarkup(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const named = encodingOfMark(bytes) ?? nameOf(declared.exec(head)?.slice(1).find(Boolean));
  for (const encoding of [named, 'utf-8']) {
    if (encoding === 'windows-1252') break;
    const text = encoding === null ? null : decodeAs(encoding, bytes);
    if (text !== null) return text.replace(/^\ufeff/, '');
  }
  return decodeWindows1252(bytes);
}

/** The usual name of an encoding; null for none, an unknown one, and UTF-16, in which its name could not have been read. */
function nameOf(label: string | undefined): string | null {
  try {
    const name = label === undefined ? '' : new TextDecoder(label).encoding;
    return name === '' || name.startsWith('utf-16') ? null : name;
  } catch {
    return null;
  }
}
