import { encodingOfMark } from '../byte-order-mark.js';

/** What a page or an XML file says of its own encoding, near its beginning. */
const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)|^<\?xml[^>]*encoding=["']([\w-]+)/i;

/** The text of a page or an XML file: by its byte order mark, else by what it says, else UTF-8; where that does not fit, Windows-1252. */
export function decodeMarkup(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const named = encodingOfMark(bytes) ?? declared.exec(head)?.slice(1).find(Boolean);
  for (const encoding of [named, 'utf-8']) {
    try {
      if (encoding) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this encoding, or not one that is known
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
