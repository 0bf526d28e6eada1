import type { OpenIndex } from '../../app/asking/open-index.js';
import { acceptProposal, useLabels } from '../../app/moderation/decide-labels.js';
import { gatherQueue } from '../../app/moderation/review-queue.js';
import { countOf } from '../../app/pages/lane-wording.js';
import { renderPage } from '../pages/layout.js';
import type { Done } from '../pages/decisions.js';
import { renderDecided, renderReview } from '../pages/review-page.js';
import { Refused } from '../safety/refused.js';
import type { Services, Site } from '../services.js';
import { takeTurn } from '../take-turn.js';
import { openModeration, readCount, readForm, type Form } from './moderation.js';

/** As whom decisions are kept: whoever has the token is one person. */
const decider = 'verbatim serve';

/** What was done, as the address after a form says it. */
const lines: Readonly<Record<string, (count: string) => string>> = {
  accept: (count) => `${count} set.`,
  decline: (count) => `${count} left as they were.`,
  restore: (count) => `${count} taken back: open again.`,
  undo: (count) => `${count} brought back.`,
};

/** Disputed labels of all servers, for whoever has the token. */
export function addReviewRoutes(site: Site, services: Services): void {
  const { labelReviews } = services.store;

  site.get('/review', async (c) => {
    const formToken = openModeration(c, services);
    const done = readDone(c.req.query('done'), c.req.query('count'), c.req.query('undo'));
    const isDecided = c.req.query('show') === 'decided';
    const page = c.req.query('page');
    const shown = await takeTurn(c, services, async (index) => {
      const main = isDecided
        ? await renderDecided(await labelReviews.listOverrides(), page, index, formToken, done)
        : renderReview(await gatherQueue(await labelReviews.listOpen(), index), formToken, done);
      return { title: 'Review of labels', place: 'review', main, index: index.manifest.version } as const;
    });
    return c.html(renderPage(c, services, shown));
  });

  site.post('/review', async (c) => {
    const form = await readForm(c, services);
    const { count, undo } = await takeTurn(c, services, (index) => decide(form, index, services));
    const query = new URLSearchParams({ done: form.action, count: String(count) });
    if (undo.length > 0) query.set('undo', undo.join('.'));
    if (form.action === 'undo') query.set('show', 'decided');
    return c.redirect(`/review?${query.toString()}`, 303);
  });
}

/** Decides about one after the other; what has changed since the form was shown is left as it is. */
async function decide(
  form: Form,
  index: OpenIndex,
  services: Services,
): Promise<{ readonly count: number; readonly undo: readonly string[] }> {
  const { library, store } = services;
  const { labelReviews } = store;
  const undo: string[] = [];
  let count = 0;
  switch (form.action) {
    case 'accept':
    case 'decline': {
      const queue = await gatherQueue(await labelReviews.listOpen(), index);
      for (const name of form.all('case')) {
        const [guildId = '', quote = '', newest = ''] = name.split('|');
        const seen = { guildId, quote, newestId: Number(newest) };
        const dispute = Number(form.one(`proposal ${name}`));
        if (!Number.isSafeInteger(seen.newestId) || !Number.isSafeInteger(dispute)) continue;
        const decision =
          form.action === 'decline'
            ? await labelReviews.decline(seen)
            : ((await acceptProposal({ ...seen, dispute }, decider, queue, store))?.decision ?? null);
        if (decision !== null) undo.push(`${guildId}~${decision}`);
      }
      count = undo.length;
      break;
    }
    case 'restore':
      for (const [guildId, decision] of form.all('decision').map(cut('~'))) {
        if (await labelReviews.takeBack(guildId, decision)) count++;
      }
      break;
    case 'undo':
      for (const [guildId, id] of form.all('override').map(cut('|'))) {
        if (Number.isSafeInteger(Number(id)) && (await labelReviews.undo(guildId, Number(id)))) count++;
      }
      break;
    default:
      throw new Refused(400, 'action: expected accept, decline, restore or undo.');
  }
  if (count > 0 && form.action !== 'decline') await useLabels(library);
  return { count, undo };
}

function cut(mark: string): (value: string) => [string, string] {
  return (value) => {
    const at = value.indexOf(mark);
    return [value.slice(0, Math.max(0, at)), value.slice(at + 1)];
  };
}

function readDone(done = '', count: string | undefined, undo = ''): Done | null {
  const line = Object.hasOwn(lines, done) ? lines[done] : undefined;
  const number = readCount(count);
  if (!line || number === null) return null;
  if (number === 0) return { line: 'Nothing was changed: nothing was chosen, or it was decided already.', undo: [] };
  return { line: line(countOf(number, 'label')), undo: undo.split('.').filter((each) => /^[\w~-]+$/.test(each)) };
}
