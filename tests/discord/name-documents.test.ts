import { describe, expect, test } from 'vitest';
import { nameDocuments } from '#verbatim/discord/questions/name-documents.js';

const metadata = { author: null, publication: null, date: null, url: null, genre: null };
const document = (path: string, title: string, changes: Partial<Record<keyof typeof metadata, string>> = {}) => ({
  path,
  metadata: { ...metadata, title, ...changes },
});
type Named = Parameters<typeof nameDocuments>[0];
const name = (documents: readonly object[], maxLength = 100) => nameDocuments(documents as Named, maxLength);

describe('documents in a list', () => {
  test('have their titles where no two are alike', () => {
    expect(name([document('a.md', 'A log'), document('b.md', 'Another log')])).toEqual(['A log', 'Another log']);
  });

  test('of one title are told apart by what differs', () => {
    const other = document('x.md', 'Rules');
    expect(
      name([
        document('a.md', 'Minutes', { date: '2024-01-08', author: 'Ada' }),
        other,
        document('b.md', 'minutes', { date: '2024-02-05', author: 'Ada' }),
      ]),
    ).toEqual(['Minutes · 2024-01-08', 'Rules', 'minutes · 2024-02-05']);
    expect(
      name([
        document('a.md', 'Minutes', { date: '2024-01-08', author: 'Ada' }),
        document('b.md', 'Minutes', { date: '2024-01-08', author: 'Bo' }),
      ]),
    ).toEqual(['Minutes · Ada', 'Minutes · Bo']);
    expect(name([document('minutes/a.md', 'Minutes'), document('minutes/b.md', 'Minutes', { date: '2024' })])).toEqual([
      'Minutes · a.md',
      'Minutes · b.md',
    ]);
    expect(name([document('north/log.md', 'Log'), document('south/log.md', 'Log')])).toEqual([
      'Log · north/log.md',
      'Log · south/log.md',
    ]);
  });

  test('are all different and short enough, whatever they are called', () => {
    const long = 'A very long title '.repeat(10);
    const deep = 'folder/'.repeat(30);
    const documents = [
      ...Array.from({ length: 12 }, (_, i) => document(`${deep}${'x'.repeat(90)}${i}.md`, long)),
      ...Array.from({ length: 12 }, (_, i) => document(`${i}${'y'.repeat(120)}/log.md`, `${long}${i}`)),
      document(`${'z'.repeat(300)}.md`, ''),
    ];
    const names = name(documents);
    expect(new Set(names).size).toBe(documents.length);
    for (const each of names) expect(each.length).toBeLessThanOrEqual(100);
  });
});
