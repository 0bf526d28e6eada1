import type { featureSigns } from '../../english/features.js';

/** A readable feature of the opinion score. */
export type Feature = keyof typeof featureSigns;
/** A logit weight for each feature: above 0 towards opinion, below towards reported. */
export type Weights = Readonly<Record<Feature, number>>;

/** Whether the feature tells of the document and not of the sentence's own words. */
export function isGenre(feature: Feature): boolean {
  return feature.startsWith('genre');
}
