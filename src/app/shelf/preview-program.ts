/** The program that `PreviewProcess` starts: it reads one file and says what it has found, so that nobody waits for that here. */
import { constants, setPriority } from 'node:os';
import { previewHere } from './read-preview.js';

try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL); // answers go first
} catch {
  // not permitted here
}
process.on('disconnect', () => process.exit());
const [, , file = '', name = ''] = process.argv;
const outcome = await previewHere(file, name);
process.send?.(outcome, () => process.exit());
