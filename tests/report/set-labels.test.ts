import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { anchorOf } from '#verbatim/core/overrides/anchor-of.js';
import type { LabelOverride } from '#verbatim/core/overrides/label-override.js';
import { readCorpusLabels } from '#verbatim/report/read-corpus-labels.js';
import { renderPage } from '#verbatim/report/render-page.js';
import { analyseText } from '../helpers/analyse.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

it('a label set by a moderator is marked on the page and counted in its lane', async () => {
  const folder = temporaryFolder();
  const text = 'The pier is 90 metres long. It is a disgrace to the whole town.\n';
  writeFileSync(path.join(folder, 'pier.txt'), text);
  const { document, sentences } = analyseText('pier.txt', text);
  const [, second] = sentences;
  if (!second) throw new Error('there are two sentences');
  const override: LabelOverride = {
    ...anchorOf(document, second),
    ...{ id: 1, guildId: '1', label: 'attributed', source: 'the mayor', kind: 'said', was: 'opinion', note: null },
    decidedAtMs: Date.UTC(2026, 4, 1),
  };
  const read = (overrides: readonly LabelOverride[]) => readCorpusLabels(folder, () => undefined, overrides);
  const [plain, set] = [await read([]), await read([override])];
  expect(plain[0]?.words).toEqual({ reported: 6, attributed: 0, opinion: 8 });
  expect(set[0]?.words).toEqual({ reported: 6, attributed: 8, opinion: 0 });
  expect(set[0]?.sources).toMatchObject([{ name: 'mayor' }]);
  expect(renderPage(plain)).not.toContain('set by a moderator</span>');
  const page = renderPage(set);
  expect(page).toMatch(/class="s set"/);
  expect(page).toContain('A moderator set the label');
  expect(renderPage(plain)).not.toContain('class="s set"');
  expect(page).toMatch(/Claimed by the mayor<\/b> <span class="step">set by a moderator<\/span>/);
  expect(page).toMatch(
    /On 2026-05-01 a moderator set this label; the labeller had said <b class="opinion">opinion<\/b>/,
  );
});
