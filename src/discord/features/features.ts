import type { Feature } from './feature.js';
import { reviewFeature } from './review/review-feature.js';

/** All features, in the order in which they work after an update of the index. */
export const features: readonly Feature[] = [reviewFeature];

export function findFeatureOfCommand(name: string): Feature | null {
  return features.find(({ commands }) => commands.some((command) => command.name === name)) ?? null;
}

export function findFeatureOfComponent(customId: string): Feature | null {
  return features.find(({ prefix }) => customId.startsWith(`${prefix}:`)) ?? null;
}
