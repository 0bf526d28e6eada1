import { expect, it } from 'vitest';
import { holdTexts } from '#verbatim/app/asking/held-texts.js';
import { overlayLabels } from '#verbatim/app/labels/label-overrides.js';
import { anchorOf } from '#verbatim/core/overrides/anchor-of.js';
import type { LabelOverride } from '#verbatim/core/overrides/label-override.js';
import { collectIndexed } from '#verbatim/app/pages/collect-document.js';
import { renderPage } from '#verbatim/report/render-page.js';
import { analyser } from '../helpers/analyse.js';
import { indexTexts } from '../helpers/index-of-texts.js';

const model = { id: 'none', checksum: '', dimensions: 0, maxTokens: 128 };

it('a label set by a moderator is marked on the page and counted in its lane', async () => {
  const index = indexTexts({ 'pier.txt': 'The pier is 90 metres long. It is a disgrace to the whole town.\n' });
  const { document, span } = index.locate(1);
  const override: LabelOverride = {
    ...anchorOf(document, span),
    ...{ id: 1, guildId: '1', label: 'attributed', source: 'the mayor', kind: 'said', was: 'opinion', note: null },
    decidedAtMs: Date.UTC(2026, 4, 1),
  };
  const read = async (overrides: readonly LabelOverride[]) => {
    const searchIndex = await overlayLabels(index, overrides);
    const held = holdTexts(searchIndex, { analyser, model });
    return searchIndex.documents.map((indexed) => collectIndexed(indexed, held));
  };
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
