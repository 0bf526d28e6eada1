import { sampleFiles } from '../helpers/sample-texts.js';
import type { Files } from '../helpers/write-files.js';

const things = 'mill bridge ferry tower market harbour chapel school garden canal'.split(' ');
const places = 'Arn Orsa Veld Tunholm Kerry Lissow Marum Ostby Pernau Quist Rastow Sollen'.split(' ');
const people = 'Pell Dahl Ruiz Okafor Lindqvist Moreau Haas Kivi'.split(' ');

/** A sentence without a word that is searched for, which only its letters tell. */
const smallWords = 'There it is. And so it was with us, as it had been with them before.\n';

/**
 * Many texts alike, so that far more sentences come into question than can be candidates: each with a heading, some with sections that are
 * called by a version, some sentences the same in all.
 */
export function makeManyTexts(count: number): Files {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  const files: Record<string, string | Uint8Array> = { ...sampleFiles, 'zz-last.txt': smallWords };
  for (let i = 0; i < count; i++) {
    const [thing, place, who] = [pick(things, i), pick(places, i * 7 + (i >> 3)), pick(people, i * 5 + (i >> 2))];
    const year = 1700 + ((i * 37) % 320);
    files[`${pick(['', 'north/', 'south/'], i)}text-${String(i).padStart(3, '0')}.md`] = `# The ${thing} of ${place}

The ${thing} of ${place} was built in ${year} by ${who}. It has ${(i % 9) + 2} windows and a roof of slate.
${who} said that the ${thing} costs ${(i * 13) % 90} crowns a day. Visitors pay at the gate.

## ${(i >> 4) + 1}.${i % 16} Changes

- The ${pick(things, i + 3)} opens at ${(i % 12) + 1} o'clock.
- Dogs are not allowed in the ${thing}.

## Who looks after it?

The council of ${place} looks after the ${thing} since ${year + 3}. In ${pick(places, i + 1)} nobody does.
`;
  }
  return files;
}

/** Questions of all kinds: answered and not, with names, slips, years, numbers, versions, phrases. */
export const questionsOfManyTexts: readonly string[] = [
  'When was the mill of Arn built?',
  'Who built the bridge of Orsa?',
  'How many windows has the tower of Veld?',
  'Who looks after the chapel of Tunholm?',
  'Where do visitors pay?',
  'Are dogs allowed in the canal?',
  'What changed in 3.2?',
  'What does version 1.4 say about the garden?',
  'How much does the ferry of Kerry cost a day?',
  'What did Okafor say?',
  'Which text says "a roof of slate"?',
  'What is "the old timetable was a lottery" about?',
  'Which of them says "as it had been with them"?',
  'How many windows has the mil of Arn?',
  'Who built the lighthous of Arn?',
  'What happened in 1655?',
  'Why were 4,711 crowns paid in Quist?',
  'When does the market open?',
  'Who is Odalric Penhallow?',
  'What do the Lissowians eat?',
  'What colour is the unicorn?',
  'Is it true that Jonas Pell built the mill of Arn in 1742?',
  'how long crossing takes',
  '“”',
];
