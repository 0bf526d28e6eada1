import { encodingOfMark } from '../byte-order-mark.js';
import { decodeWindows1252 } from '../windows-1252.js';

/** What a page or an XML file says of its own encoding, near its beginning. */
const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)|^<\?xml[^>]*encoding=["']([\w-]+)/i;

/** The text of a page or an XML file: by its byte order mark, else by what it says, else UTF-8; where that does not fit, Windows-1252. */
export function decodeMarkup(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const named = encodingOfMark(bytes) ?? nameOf(declared.exec(head)?.slice(1).find(Boolean));
  for (const encoding of [named, 'utf-8']) {
    if (encoding === 'windows-1252') break;
    try {
      if (encoding !== null) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this encoding
    }
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
