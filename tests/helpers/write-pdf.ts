/** Writes small PDFs, to say exactly where each letter stands. */

const fonts = { plain: 'Helvetica', bold: 'Helvetica-Bold', mono: 'Courier' } as const;
export type PdfFont = keyof typeof fonts | 'secret';

/** Widths of Helvetica's letters from the space on, in thousandths of the size. */
const widths = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 ' +
  '556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 ' +
  '469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500'
)
  .split(' ')
  .map(Number);
/** Stands for one sign that prints "fi". */
const ligatureCode = 128;

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  /** Default 10. */
  readonly size?: number;
  readonly font?: PdfFont;
  /** Added to each space. */
  readonly spacing?: number;
}

interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** Whether it asks for a password. */
  readonly isEncrypted?: boolean;
}

function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, letter) => sum + (widths[letter.charCodeAt(0) - 32] ?? 500) * size, 0) / 1_000;
}

interface ColumnOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size?: number;
  readonly leading?: number;
  readonly indent?: number;
  /** Most lines; those that are left over are given back by `layColumn` as words. */
  readonly lines?: number;
}

/** Sets words as lines of full width; a `|` is where a word may be parted. Gives the lines and the words without room. */
export function layColumn(
  words: string,
  { x, y, width, size = 10, leading = 12, indent = 0, lines = Infinity }: ColumnOptions,
): { texts: PlacedText[]; rest: string; end: number } {
  const texts: PlacedText[] = [];
  const left = words.split(' ');
  while (left.length > 0 && texts.length < lines) {
    const room = width - (texts.length === 0 ? indent : 0);
    const line: string[] = [];
    const whole = (): string => line.join(' ');
    while (left[0] !== undefined && widthOf([...line, left[0].replaceAll('|', '')].join(' '), size) <= room)
      line.push((left.shift() ?? '').replaceAll('|', ''));
    const [head = '', ...tail] = (left[0] ?? '').split('|');
    if (tail.length > 0 && widthOf([...line, `${head}-`].join(' '), size) <= room) {
      line.push(`${head}-`);
      left[0] = tail.join('|');
    }
    const spacing = left.length > 0 ? (room - widthOf(whole(), size)) / Math.max(1, line.length - 1) : 0;
    const start = x + (texts.length === 0 ? indent : 0);
    texts.push({ text: whole(), x: start, y: y + texts.length * leading, size, spacing });
  }
  return { texts, rest: left.join(' '), end: y + texts.length * leading };
}

function show({ text, x, y, size = 10, font = 'plain', spacing = 0 }: PlacedText): string {
  const escaped = text.replaceAll('\ufb01', String.fromCharCode(ligatureCode)).replace(/[()\\]/g, '\\$&');
  return `BT /${font} ${size} Tf ${spacing.toFixed(3)} Tw ${x} ${792 - y} Td (${escaped}) Tj ET`;
}

/** A PDF of pages of 612 by 792 points with what is placed on each. */
export function writePdf(
  pages: readonly (readonly PlacedText[])[],
  { info = {}, isEncrypted = false }: PdfOptions = {},
): Buffer {
  const objects: string[] = [];
  const add = (content: string): number => objects.push(content);
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const catalog = add('');
  const tree = add('');
  const encoding = `<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${ligatureCode} /fi] >>`;
  const fontIds = Object.entries(fonts).map(
    ([name, base]) =>
      `/${name} ${add(`<< /Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding ${encoding} >>`)} 0 R`,
  );
  const map = add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /S def 1 begincodespacerange <00> <FF> ' +
        'endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange endcmap end end',
    ),
  );
  const secret = add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${map} 0 R >>`);
  const resources = add(`<< /Font << ${fontIds.join(' ')} /secret ${secret} 0 R >> >>`);
  const kids = pages.map((texts) => {
    const content = add(stream(texts.map(show).join('\n')));
    const page = `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources ${resources} 0 R >>`;
    return `${add(page)} 0 R`;
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  const information = add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  );
  const key = `<${'5a'.repeat(32)}>`;
  const locked = isEncrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00> <00>]`
    : '';
  let file = '%PDF-1.4\n';
  const offsets = objects.map((content, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${information} 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
