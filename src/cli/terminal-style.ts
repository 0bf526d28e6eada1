/** How text may look on one output: colour and line width of a terminal, none of it in a file or a pipe. */
export interface TerminalStyle {
  /** Columns of a terminal that are used; infinite in a file or a pipe. */
  readonly width: number;
  bold(text: string): string;
  dim(text: string): string;
  /** Colours text in the colour of a lane. */
  lane(lane: 'reported' | 'attributed' | 'opinion', text: string): string;
  /** Indents text and, on a terminal, breaks it into lines; words are never changed. */
  wrap(text: string, indent: string): string;
}

const maxWidth = 92;
const laneColours = { reported: 36, attributed: 33, opinion: 35 } as const;

/** `NO_COLOR` (https://no-color.org) switches colour off. */
export function terminalStyle(stream: NodeJS.WriteStream, environment = process.env): TerminalStyle {
  const isTerminal = stream.isTTY;
  const hasColour = isTerminal && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  const width = isTerminal ? Math.min(stream.columns || maxWidth, maxWidth) : Infinity;
  return createStyle(hasColour, width);
}

export function createStyle(hasColour: boolean, width: number): TerminalStyle {
  const sgr = (open: number, close: number) => (text: string) =>
    hasColour ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    width,
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    lane: (lane, text) => sgr(laneColours[lane], 39)(text),
    wrap: (text, indent) => wrapLines(text, indent, width),
  };
}

/** Text from a document for a terminal: control characters, which could command it, are shown as pictures. */
export function visible(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\u007f-\u009f]/g, '\u2421');
}

/** One line on standard error, nothing in it that a terminal would obey. */
export function printNotice(notice: string): void {
  process.stderr.write(`notice: ${visible(notice)}\n`);
}

/** Breaks text into lines of at most `width` columns with an indent, between words; colours and bold take no room. */
export function wrapLines(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = indent;
  let columns = indent.length;
  for (const word of text.split(' ')) {
    const length = word.replace(/\u001b\[\d+m/g, '').length;
    if (columns > indent.length && columns + length + 1 > width) {
      lines.push(line);
      line = indent;
      columns = indent.length;
    }
    const space = columns > indent.length ? ' ' : '';
    line += space + word;
    columns += space.length + length;
  }
  return [...lines, line].join('\n');
}
