import { briefsFeature } from './briefs/briefs-feature.js';
import { missesFeature } from './misses/misses.js';
import { myDataFeature } from './mydata/mydata.js';
import { reviewFeature } from './review/review-feature.js';
/** All features, in the order in which they work after an update of the index. */
export const features = [reviewFeature, briefsFeature, missesFeature, myDataFeature];
export function findFeatureOfCommand(name) {
    return features.find(({ commands }) => commands.some((command) => command.name === name)) ?? null;
}
export function findFeatureOfComponent(customId) {
    return features.find(({ prefix }) => customId.startsWith(`${prefix}:`)) ?? null;
}
//# sourceMappingURL=features.js.map