import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A word or phrase in one class, as `lexicon.tsv` has it. */
export interface LexiconRow {
  readonly word: string;
  readonly class: string;
  /** 0..1, or empty for 1. */
  readonly strength: string;
  /** Tags that it must have ("ADJ ADV") or may not have ("!NOUN"); empty for any. */
  readonly parts: string;
}

/** A class of words, as `classes.tsv` has it; of a dimension the earlier class goes first. */
export interface ClassRow {
  readonly name: string;
  readonly dimension: string;
  /** The feature of the opinion score that its words show; empty outside judgement. */
  readonly feature: string;
  /** By which forms of a token a word is found: lemma, form, adverb, compound; empty where the code decides. */
  readonly forms: string;
  readonly parts: string;
}

/** A feature of the opinion score, as `features.tsv` has it. */
type FeatureRow = Readonly<Record<'name' | 'towards' | 'prior', string>>;

/** The three tables of English. */
export interface Lexicon {
  readonly rows: readonly LexiconRow[];
  readonly classes: readonly ClassRow[];
  readonly features: readonly FeatureRow[];
}

/** Where the tables and the modules made of them stand. */
export const englishFolder = path.join(fileURLToPath(new URL('../../../', import.meta.url)), 'src', 'core', 'english');

/** Reads the tables. */
export function readLexicon(): Lexicon {
  return {
    rows: readTable('lexicon.tsv', 5).map(([word = '', name = '', strength = '', parts = '']) => ({
      word,
      class: name,
      strength,
      parts,
    })),
    classes: readTable('classes.tsv', 6).map(([name = '', dimension = '', feature = '', forms = '', parts = '']) => ({
      name,
      dimension,
      feature,
      forms,
      parts,
    })),
    features: readTable('features.tsv', 4).map(([name = '', towards = '', prior = '']) => ({ name, towards, prior })),
  };
}

function readTable(name: string, columns: number): string[][] {
  const [, ...lines] = readFileSync(path.join(englishFolder, name), 'utf8').trimEnd().split('\n');
  return lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length <= columns) return cells;
    throw new Error(`${name}, line ${i + 2}: ${cells.length} columns, expected at most ${columns}; remove the others`);
  });
}
