import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkLexicon } from './check-lexicon.js';
import { englishFolder, readLexicon } from './read-lexicon.js';
import { renderFeatures, renderLexicon } from './render-lexicon.js';

const lexicon = readLexicon();
const faults = checkLexicon(lexicon);
if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exitCode = 1;
} else {
  writeFileSync(path.join(englishFolder, 'lexicon.ts'), renderLexicon(lexicon));
  writeFileSync(path.join(englishFolder, 'features.ts'), renderFeatures(lexicon));
  console.log(`${lexicon.rows.length} rows in ${lexicon.classes.length} classes: ${englishFolder}`);
}
