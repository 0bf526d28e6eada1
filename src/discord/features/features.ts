import { briefsFeature } from './briefs/feature.js';
import type { Feature } from '../request/feature.js';
import { missesFeature } from './misses/feature.js';
import { myDataFeature } from './mydata/feature.js';
import { reviewFeature } from './review/feature.js';

/** All features, in the order in which they work after an update of the index. */
export const features: readonly Feature[] = [reviewFeature, briefsFeature, missesFeature, myDataFeature];

export function findFeatureOfCommand(name: string): Feature | null {
  return features.find(({ commands }) => commands.some((command) => command.name === name)) ?? null;
}

export function findFeatureOfComponent(customId: string): Feature | null {
  return features.find(({ prefix }) => customId.startsWith(`${prefix}:`)) ?? null;
}
