import type { Lexicon } from './read-lexicon.js';

const header = (table: string): string =>
  `/** Written by \`npm run write-lexicon\` from ${table} beside it; change that and run it again. */\n`;
const signs: Readonly<Record<string, number>> = { opinion: 1, reported: -1, either: 0 };

/** The words by class and the classes that judge, as a source file, formatted as the project's formatter would. */
export function renderLexicon({ rows, classes }: Lexicon): string {
  const listed = classes.filter(({ name }) => rows.some((row) => row.class === name));
  const words = listed.map(({ name }) => {
    const own = rows.filter((row) => row.class === name);
    const text = own.map(({ word, strength, parts }) => [word, strength, parts].join(';').replace(/;+$/, '')).join('|');
    return renderProperty(name, quote(text));
  });
  const judging = classes
    .filter(({ dimension }) => dimension === 'judgement')
    .map(({ name, feature, forms, parts }) =>
      renderObject([
        `name: ${quote(name)}`,
        `feature: ${quote(feature)}`,
        `forms: ${quote(forms)}`,
        `parts: ${quote(parts)}`,
      ]),
    );
  return `${header('lexicon.tsv and classes.tsv')}
/** For each class its words, each with its strength and parts of speech where they are not the usual ones. */
export const lexicon = {
${words.join('')}} as const;

/** The classes of words that judge: of two that hold a word, the earlier one counts. */
export const judgementClasses = [
${judging.join('')}] as const;

export type WordClass = keyof typeof lexicon;
`;
}

/** The features of the opinion score, likewise. */
export function renderFeatures({ features }: Lexicon): string {
  const render = (valueOf: (row: Lexicon['features'][number]) => number): string =>
    features.map((row) => `  ${keyOf(row.name)}: ${valueOf(row)},\n`).join('');
  return `${header('features.tsv')}
/** The sign that the weight of a feature may have: 1 towards opinion, -1 towards reported, 0 either. */
export const featureSigns = {
${render(({ towards }) => signs[towards] ?? 0)}} as const satisfies Readonly<Record<string, -1 | 0 | 1>>;

/**
 * What the weights are before any example has been seen, from the annotation guide and common knowledge of the language;
 * the fit starts here and is held near it where the examples say little.
 */
export const featurePriors = {
${render(({ prior }) => Number(prior))}} as const satisfies Readonly<Record<keyof typeof featureSigns, number>>;

/** A readable feature of the opinion score. */
export type Feature = keyof typeof featureSigns;
/** A logit weight for each feature: above 0 towards opinion, below towards reported. */
export type Weights = Readonly<Record<Feature, number>>;

/** Whether the feature tells of the document and not of the sentence's own words. */
export function isGenre(feature: Feature): boolean {
  return feature.startsWith('genre');
}
`;
}

function renderProperty(name: string, value: string): string {
  const line = `  ${keyOf(name)}: ${value},\n`;
  return line.length <= 121 ? line : `  ${keyOf(name)}:\n    ${value},\n`;
}

function renderObject(properties: readonly string[]): string {
  const line = `  { ${properties.join(', ')} },\n`;
  return line.length <= 121 ? line : `  {\n${properties.map((one) => `    ${one},\n`).join('')}  },\n`;
}

/** The formatter quotes only names that need it. */
function keyOf(name: string): string {
  return /^\w+$/.test(name) ? name : quote(name);
}

/** In the marks that need fewer escapes, as the formatter would. */
function quote(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}
