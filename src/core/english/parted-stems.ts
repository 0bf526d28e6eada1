/**
 * Words that a stemmer takes for forms of another word, which they are not: an important thing is no import, the police no policy.
 * A line is the term that its words are indexed under, and the words. Reviewed by hand: all pairs of frequent words of our
 * texts and word lists that have one stem were looked through; `tests/core/english/parted-stems.test.ts` says which may.
 */
const lines = `
accountable: accountable accountability
accountant: accountant accountants accountancy
allowance: allowance allowances
admiral: admiral admirals
animal: animal animals
apartment: apartment apartments
authority: authority authorities
bearing: bearing bearings
capitation: capitation
capitalist: capitalism capitalist capitalists
conservative: conservative conservatives
conversion: conversion conversions
customer: customer customers
customs: customs
department: department departments departmental
emergency: emergency emergencies
engineer: engineer engineers engineering engineered
experiment: experiment experiments experimental experimented experimenting
formation: formation formations
generation: generation generations
generosity: generosity
grateful: grateful gratefully
hospitality: hospitality
important: important importantly importance
internal: internal internally
international: international internationally
intern: intern interns internship
ironic: ironic ironically
majority: majority majorities
memorial: memorial memorials
minority: minority minorities
morale: morale
objection: objection objections
objective: objective objectives
officer: officer officers
organis: organization organizations organizational organize organizes organized organizing organizer organizers organise organises organised organising organiser organisers organisation organisations organisational
paste: paste pasted pastes
physician: physician physicians
police: police policing policeman policemen
policy: policy policies
polite: polite politely politeness
position: position positions positioned positioning
publish: publication publications publish publishes published publishing publisher publishers
rationale: rationale
relative: relative relatives
remarkable: remarkable remarkably
responsible: responsible responsibly responsibility responsibilities
severance: severance
several: several
severe: severe severely severity
successive: successive successively
tired: tired tiredness
universe: universe universes
university: university universities
`;

const parted: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [term = '', words = ''] = line.split(': ');
      return words.split(' ').map((word): [string, string] => [word, term]);
    }),
);

/** The term of a word in small letters whose stem is that of another word; undefined for all others. */
export function partedTerm(word: string): string | undefined {
  return parted.get(word);
}
