import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the labeller’s version changes with every list of cues', () => {
  const source = readFileSync('src/core/labelling/version.ts', 'utf8');
  const imported = [...source.matchAll(/import \* as (\w+) from '\.\.\/english\/cues\/([\w-]+)\.js'/g)];
  const names = imported.map(([, , file]) => `${file ?? ''}.ts`);
  expect(names).toEqual(readdirSync('src/core/english/cues').sort());
  // Imported and counted in.
  for (const [, name = ''] of imported) expect(source.split(new RegExp(`\\b${name}\\b`))).toHaveLength(3);
});
