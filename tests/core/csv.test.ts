import { expect, test } from 'vitest';
import { writeCsv } from '#verbatim/core/misses/csv.js';

/** Reads RFC 4180 back: a field in quotation marks may hold commas, line ends and doubled marks. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('what is written can be read again, whatever is in it', () => {
  const rows = [
    ['plain', 'with, comma', 'with "marks"', ''],
    ['two\nlines', 'a\r\nb', 'ends"', '"'],
    ['Größe', '名前', '😀', 'x'],
  ];
  const csv = writeCsv(rows);
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(readCsv(csv.slice(1))).toEqual(rows);
});

test('nothing is a formula to a spreadsheet, and numbers stay numbers', () => {
  const risky = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', ' =x', '\uff1dx'];
  for (const cell of risky) expect(readCsv(writeCsv([[cell]]).slice(1))).toEqual([[`'${cell}`]]);
  expect(writeCsv([[-3, 0, 1.5, 'a=b']])).toBe('\ufeff-3,0,1.5,a=b\r\n');
});
