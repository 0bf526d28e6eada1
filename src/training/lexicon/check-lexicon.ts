import { isBuiltJudgement, stripAdverb } from '../../core/english/word-shapes.js';
import type { ClassRow, Lexicon, LexiconRow } from './read-lexicon.js';

/** Tags that decide between two classes of one word; all others count as one. */
const parts = ['ADJ', 'ADV', 'NOUN', 'VERB', 'other'] as const;

/** What is wrong with the tables, one line each, with the word; none when all is well. */
export function checkLexicon(lexicon: Lexicon): string[] {
  const classes = new Map(lexicon.classes.map((one, i) => [one.name, { ...one, order: i }]));
  return [
    ...checkClasses(lexicon),
    ...lexicon.rows.flatMap((row, i) => checkRow(row, lexicon.rows[i - 1], classes)),
    ...checkWords(lexicon, classes),
  ];
}

type Classes = ReadonlyMap<string, ClassRow & { readonly order: number }>;

function checkClasses({ classes, features, rows }: Lexicon): string[] {
  const names = classes.map(({ name }) => name);
  const known = new Set(features.map(({ name }) => name));
  const used = new Set(rows.map((row) => row.class));
  return [
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `class “${name}” stands twice`),
    ...classes
      .filter(({ feature }) => feature !== '' && !known.has(feature))
      .map(({ name, feature }) => `class “${name}” shows “${feature}”, which is no feature`),
    ...names
      .filter((name) => !used.has(name) && name !== 'built judgement')
      .map((name) => `class “${name}” has no word`),
  ];
}

function checkRow(row: LexiconRow, before: LexiconRow | undefined, classes: Classes): string[] {
  const own = classes.get(row.class);
  if (!own) return [`“${row.word}” is in “${row.class}”, which is no class`];
  const found: string[] = [];
  if (!/^\S+(?: \S+)?$/.test(row.word) || /[|;A-Z]/.test(row.word)) found.push(`“${row.word}” is no lower-case word`);
  if (row.strength !== '' && !(Number(row.strength) > 0 && Number(row.strength) <= 1))
    found.push(`“${row.word}” has the strength ${row.strength}, expected a number above 0, at most 1`);
  if (before && before.word === row.word && before.class === row.class) found.push(`“${row.word}” stands twice`);
  const order = classes.get(before?.class ?? '')?.order ?? 0;
  if (before && (before.word > row.word || (before.word === row.word && order > own.order)))
    found.push(`“${row.word}” (${row.class}) is out of order after “${before.word}” (${before.class})`);
  return found;
}

/** What one word says in several rows, and what never gets its turn. */
function checkWords({ rows, classes: list }: Lexicon, classes: Classes): string[] {
  const byWord = new Map<string, LexiconRow[]>();
  for (const row of rows) byWord.set(row.word, [...(byWord.get(row.word) ?? []), row]);
  const byAdverb = list.filter(({ forms }) => forms.includes('adverb'));
  return rows.flatMap((row) => {
    const own = classes.get(row.class);
    if (!own) return [];
    const others = (byWord.get(row.word) ?? []).filter(
      (other) => other !== row && rows.indexOf(other) < rows.indexOf(row),
    );
    const tags = partsOf(row, own);
    const found = others.flatMap((other) => {
      const its = classes.get(other.class);
      if (its?.dimension !== own.dimension || !partsOf(other, its).some((part) => tags.includes(part))) return [];
      return [`“${row.word}” has two classes of ${own.dimension}: ${other.class}, ${row.class}`];
    });
    const hidden = (why: string): void => void found.push(`“${row.word}” (${row.class}) is never reached: ${why}`);
    if (tags.length === 0) hidden('no part of speech is left');
    const covering = others.find((other) => covers(other.class, row.class));
    if (covering) hidden(`“${covering.class}” takes it whatever follows`);
    if (own.dimension === 'judgement') {
      const root = stripAdverb(row.word);
      const taken = byAdverb.find(
        ({ name }) =>
          (classes.get(name)?.order ?? 0) <= own.order &&
          (byWord.get(root) ?? []).some((other) => other.class === name && other.parts === ''),
      );
      if (row.word.includes('-') && !own.forms.includes('compound'))
        hidden('compounds of this class are not looked up');
      else if (root !== row.word && taken) hidden(`“${root}” is in “${taken.name}”`);
      else if (isBuiltJudgement(row.word) && row.class !== 'loaded word') hidden('its form judges already');
    }
    return found;
  });
}

/** What a reporting verb needs after it, and what that takes in. */
const takenIn: Readonly<Record<string, readonly string[]>> = {
  any: ['quote', 'clause', 'content', 'infinitive', 'as'],
  content: ['quote', 'clause'],
  clause: ['quote'],
};

/** Whether whatever a verb of the second class needs is met by the first, which comes before it. */
function covers(first: string, second: string): boolean {
  const [, before = ''] = /^\w+: (\w+)$/.exec(first) ?? [];
  const [, after = ''] = /^\w+: (\w+)$/.exec(second) ?? [];
  return takenIn[before]?.includes(after) === true;
}

function partsOf(row: LexiconRow, own: ClassRow): string[] {
  const ofClass = own.parts === '' ? parts : parts.filter((part) => own.parts.split(' ').includes(part));
  if (row.parts === '') return [...ofClass];
  const names = row.parts.split(' ');
  return ofClass.filter((part) => (row.parts.startsWith('!') ? !names.includes(`!${part}`) : names.includes(part)));
}
