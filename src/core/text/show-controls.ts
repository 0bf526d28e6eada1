/** Control characters, which a page or a terminal would drop or obey, as pictures of themselves; as many as before. */
export function showControls(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (control) =>
      String.fromCharCode(0x2400 + control.charCodeAt(0)),
    )
    .replace(/[\u007f-\u009f]/g, '\u2421');
}
