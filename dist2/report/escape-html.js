/** HTML that is safe to put into a page; made by `element` only, so that no text gets in without being escaped. */
export class Html {
    source;
    constructor(source) {
        this.source = source;
    }
}
/** Puts parts into a template: text is escaped, HTML made by this function is not, null is nothing. */
export function element(strings, ...parts) {
    let source = strings[0] ?? '';
    for (const [i, part] of parts.entries())
        source += toSource(part) + (strings[i + 1] ?? '');
    return new Html(source);
}
function toSource(part) {
    if (part === null)
        return '';
    if (part instanceof Html)
        return part.source;
    if (typeof part === 'object')
        return part.map(({ source }) => source).join('');
    return escapeText(String(part));
}
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '\r': '&#13;',
};
/** Text for an element or a quoted attribute. */
export function escapeText(text) {
    return showControls(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}
/** Control characters, which a page or a terminal would drop or obey, as pictures of themselves; as many as before. */
export function showControls(text) {
    return text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
        .replace(/[\u007f-\u009f]/g, '\u2421');
}
//# sourceMappingURL=escape-html.js.map