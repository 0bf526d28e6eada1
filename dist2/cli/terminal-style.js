const maxWidth = 92;
const laneColours = { reported: 36, attributed: 33, opinion: 35 };
/** `NO_COLOR` (https://no-color.org) switches colour off. */
export function terminalStyle(stream, environment = process.env) {
    const isTerminal = stream.isTTY;
    const hasColour = isTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
    const width = isTerminal ? Math.min(stream.columns || maxWidth, maxWidth) : Infinity;
    return createStyle(hasColour, width);
}
export function createStyle(hasColour, width) {
    const sgr = (open, close) => (text) => hasColour ? `\u001b[${open}m${text}\u001b[${close}m` : text;
    return {
        width,
        bold: sgr(1, 22),
        dim: sgr(2, 22),
        underline: sgr(4, 24),
        lane: (lane, text) => sgr(laneColours[lane], 39)(text),
        wrap: (text, indent) => wrapLines(text, indent, width),
    };
}
/** Text from a document for a terminal: control characters, which could command it, are shown as pictures. */
export function visible(text) {
    return text
        .replace(/[\r\n\t]+/g, ' ')
        .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
        .replace(/[\u007f-\u009f]/g, '\u2421');
}
/** Breaks text into lines of at most `width` columns with an indent, between words. */
export function wrapLines(text, indent, width) {
    const lines = [];
    let line = indent;
    for (const word of text.split(' ')) {
        if (line.length > indent.length && line.length + word.length + 1 > width) {
            lines.push(line);
            line = indent;
        }
        line += (line.length > indent.length ? ' ' : '') + word;
    }
    return [...lines, line].join('\n');
}
//# sourceMappingURL=terminal-style.js.map