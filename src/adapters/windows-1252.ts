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
