import type { ComponentRoutes, Feature } from '../request/feature.js';
import { aboutFeature } from './about/feature.js';
import { askingFeature } from './asking/feature.js';
import { briefsFeature } from './briefs/feature.js';
import { checkingFeature } from './checking/feature.js';
import { helpFeature } from './help/feature.js';
import { libraryFeature } from './library/feature.js';
import { missesFeature } from './misses/feature.js';
import { myDataFeature } from './mydata/feature.js';
import { reviewFeature } from './review/feature.js';
import { settingsFeature } from './settings/feature.js';

/** All features, in the order in which they work after an update of the index. */
export const features: readonly Feature[] = [
  askingFeature,
  checkingFeature,
  aboutFeature,
  helpFeature,
  reviewFeature,
  briefsFeature,
  missesFeature,
  libraryFeature,
  myDataFeature,
  settingsFeature,
];

/** What serves each action: the compiler finds one that nobody serves. */
export const componentRoutes: ComponentRoutes = {
  ...askingFeature.components,
  ...checkingFeature.components,
  ...aboutFeature.components,
  ...reviewFeature.components,
  ...briefsFeature.components,
  ...missesFeature.components,
  ...libraryFeature.components,
  ...myDataFeature.components,
  ...settingsFeature.components,
};
