import { describe, expect, it } from 'vitest';
import { freeName, nameOfLink, safeCollection, safeFileName, stemOf } from '#verbatim/app/shelf/file-names.js';

describe('the name of a file that somebody else has named', () => {
  it.each([
    ['report', 'report.pdf'],
    ['../../etc/passwd', 'etc-passwd.pdf'],
    ['..\\..\\windows', 'windows.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['a\u0000b\u001b[31mc', 'ab[31mc.pdf'],
    ['gnp\u202efdp', 'gnpfdp.pdf'],
    ['CON', '_CON.pdf'],
    ['com1.notes', '_com1.notes.pdf'],
    ['what? "this": <that>|*', 'what this- that.pdf'],
    ['part#two', 'part-two.pdf'],
    ['  much   room  ', 'much room.pdf'],
    ['ends. . .', 'ends.pdf'],
    ['e\u0301tude', 'étude.pdf'],
    ['', 'source.pdf'],
    ['...', 'source.pdf'],
    ['規則', '規則.pdf'],
  ])('%j is kept as %s', (given, name) => {
    expect(safeFileName(given, 'pdf')).toBe(name);
  });

  it('is cut to what every file system takes, between letters', () => {
    for (const letter of ['a', 'é', '規', '🙂']) {
      const name = safeFileName(letter.repeat(500), 'html');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      expect(name).toMatch(new RegExp(`^(?:${letter})+\\.html$`, 'u'));
    }
  });

  it('is another where that is taken, whatever the case of its letters', () => {
    expect(freeName('a.txt', [])).toBe('a.txt');
    expect(freeName('a.txt', ['A.TXT', 'b.txt'])).toBe('a-2.txt');
    expect(freeName('a.b.txt', ['a.b.txt', 'a.b-2.txt'])).toBe('a.b-3.txt');
    expect(freeName('étude.md', ['e\u0301tude.md'])).toBe('étude-2.md');
  });

  it('comes from the last part of a link', () => {
    expect(nameOfLink('https://a.org/rules/The%20gate.pdf?x=1#p')).toBe('The gate.pdf');
    expect(nameOfLink('https://a.org/')).toBe('a.org');
    expect(nameOfLink('https://a.org/x/%E0%A4%A')).toBe('%E0%A4%A');
    expect(stemOf('v1.2 final.docx')).toBe('v1.2 final');
  });
});

describe('the name of a collection', () => {
  it('is one that a folder can have', () => {
    expect(['', ' rules ', 'Board minutes', 'Übersicht'].map(safeCollection)).toEqual([
      '',
      'rules',
      'Board minutes',
      'Übersicht',
    ]);
    const wrong = ['..', '.hidden', 'a/b', 'a\\b', 'nul', 'x#y', 'x\u0000', 'x.', 'x'.repeat(61)];
    expect(wrong.filter((name) => safeCollection(name) !== null)).toEqual([]);
  });
});
