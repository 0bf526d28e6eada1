import { describe, expect, it } from 'vitest';
import { readDocument } from '#verbatim/app/indexing/read-document.js';

/** Who speaks in a text, and the words of each turn's first line. */
function turnsOf(name: string, text: string): string[] {
  const { structure } = readDocument(name, text).document;
  return structure.turns.map(({ speaker, start, end }) => {
    const said = text.slice(start, end).split('\n')[0] ?? '';
    return `${text.slice(speaker.start, speaker.end)}: ${said}`;
  });
}

describe('lines that only look like turns', () => {
  it.each([
    [
      'fields',
      'Status: 2 - Stable\n\nThe module opens doors.\n\nStatus: 0 - Retired\n\nUse the other one.\n\nStatus: 2 - Stable\n',
    ],
    [
      'what an object throws',
      '**Throws:** `Error` if the key is missing\n\n**Example:**\n\nopen()\n\n**Throws:** Error if min is above max\n',
    ],
    ['captions of commands', 'Using Apt:\n```\napt add kiln\n```\n\nUsing Brew:\n```\nbrew add kiln\n```\n'],
    ['links', 'Refs: https://example.org/a\n\nThe kiln is hot.\n\nRefs: https://example.org/b\n'],
    ['parts of a list', '- Required: A line that names the kiln.\n- Optional: One line more.\n- Required: A date.\n'],
    ['tags that are written about', '`<scope>` is optional, and tells where to look.\n\n`<protocol>` is one of two.\n'],
    [
      'headings of questions about rules',
      '# Glaze Project\n\nHow to oppose a nomination?\n\nSay so. "I don\'t agree" is enough.\n\nHow to leave?\n\nI. e. write.\n\nWho votes?\n\nMy vote and yours.\n',
    ],
    ['German questions', 'Frage: Wann?\nAntwort: Um neun.\nFrage: Wo?\nAntwort: Am Kai.\n'],
  ])('are no turns: %s', (_, text) => {
    expect(turnsOf('a.md', text)).toEqual([]);
  });
});

describe('a turn', () => {
  it('is found where persons speak of themselves, however dry the others are', () => {
    const text = 'Berg: The budget is too small.\nLund: I agree.\nBerg: The hall needs a roof.\nLund: It does.\n';
    expect(turnsOf('a.txt', text)).toEqual([
      'Berg: The budget is too small.',
      'Lund: I agree.',
      'Berg: The hall needs a roof.',
      'Lund: It does.',
    ]);
  });

  it('is found where persons take turns in whole sentences and nobody says "I"', () => {
    const text =
      'Berg: The budget is too small.\nLund: The hall needs a roof.\nBerg: The roof is dear.\nLund: The rain is dearer.\n';
    expect(turnsOf('a.txt', text)).toHaveLength(4);
  });

  it('of a court and of names in other scripts ends the one before', () => {
    const text = 'MR. SMITH: I object to that.\nTHE COURT: The objection stands.\nMR. SMITH: I see.\n';
    expect(turnsOf('a.txt', text)[1]).toBe('THE COURT: The objection stands.');
    const chinese = 'Élodie: I saw it.\n李伟：The council decided it on 3 May.\nÉlodie: Yes.\n';
    expect(turnsOf('b.txt', chinese)[1]).toBe('李伟: The council decided it on 3 May.');
  });

  it('may open with a day and a time', () => {
    const text = '03/05/2024, 12:03 - Alice: The key is at the mill.\n03/05/2024, 12:04 - Bob: Thanks.\n';
    expect(turnsOf('a.txt', text)).toEqual(['Alice: The key is at the mill.', 'Bob: Thanks.']);
  });

  it('in minutes is one line of whoever was present', () => {
    const text = 'Minutes of 3 May\n\nPresent: Wen, Dana (chair)\n\nWen: the logo is ugly.\nNobody volunteered.\n';
    expect(turnsOf('a.txt', text)).toEqual(['Wen: the logo is ugly.']);
  });

  it('ends where minutes record what was decided', () => {
    const text =
      '**Ines:** I have two offers.\n\n**Olly:** I am not convinced.\n\n**Motion 1 (Femi):** We take the first. Carried.\n\n**Olly:** My vote is no.\n';
    const { structure } = readDocument('a.md', text).document;
    expect(structure.turns.map(({ start, end }) => text.slice(start, end))[1]).toBe('I am not convinced.');
  });

  it('of a mail begins below its head, and its signature heads nothing', () => {
    const text =
      'From: Nuala Byrne\nTo: hall\nDate: Tue, 14 Jan 2025 08:12\nSubject: roof\n\nThe school pays 320.\n\nNuala\n\n---\n\n' +
      'From: Paudie Shaw\nTo: hall\nDate: Tue, 14 Jan 2025 12:55\nSubject: Re: roof\n\nThe hall is old.\n';
    expect(turnsOf('a.txt', text)).toEqual(['Nuala Byrne: The school pays 320.', 'Paudie Shaw: The hall is old.']);
    expect(readDocument('a.txt', text).document.structure.sections).toEqual([]);
  });
});
