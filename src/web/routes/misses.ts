import { dismissMisses, listMisses, periods, restoreMisses, type Period } from '../../app/moderation/list-misses.js';
import { tabulateMisses } from '../../app/moderation/tabulate-misses.js';
import { countOf } from '../../app/pages/lane-wording.js';
import type { Done } from '../pages/decisions.js';
import { renderPage } from '../pages/layout.js';
import { missWords, renderMisses } from '../pages/misses-page.js';
import { Refused } from '../safety/refused.js';
import type { Services, Site } from '../services.js';
import { takeTurn } from '../take-turn.js';
import { openModeration, readCount, readForm } from './moderation.js';

/** Missed questions of all servers, for whoever has the token. */
export function addMissesRoutes(site: Site, services: Services): void {
  const { store } = services;

  site.get('/misses', async (c) => {
    const formToken = openModeration(c, services);
    const period = readPeriod(c.req.query('period'));
    const done = readDone(c.req.query('done'), c.req.query('count'), c.req.query('undo'));
    const page = await takeTurn(c, services, async (index) => {
      const list = await listMisses(null, period, index, store);
      const main = renderMisses(list, period, index, formToken, done);
      return { title: 'Missed questions', place: 'misses', main, index: index.manifest.version } as const;
    });
    return c.html(renderPage(c, services, page));
  });

  site.get('/misses.csv', async (c) => {
    openModeration(c, services);
    const period = readPeriod(c.req.query('period'));
    const table = await takeTurn(c, services, async (index) => {
      const { groups } = await listMisses(null, period, index, store);
      return tabulateMisses(groups, index, missWords);
    });
    const name = `misses-${period}-${new Date().toISOString().slice(0, 10)}.csv`;
    return c.body(table, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });

  site.post('/misses', async (c) => {
    const form = await readForm(c, services);
    const ids = form.all('miss').map(Number).filter(Number.isSafeInteger);
    const period = readPeriod(form.one('period'));
    const changed = await takeTurn(c, services, (index) => {
      if (form.action === 'dismiss') return dismissMisses(ids, null, index, store);
      if (form.action === 'restore') return restoreMisses(ids, null, store);
      throw new Refused(400, 'action: expected dismiss or restore.');
    });
    const query = new URLSearchParams({ period, done: form.action, count: String(changed.length) });
    if (form.action === 'dismiss') query.set('undo', changed.map(({ id }) => id).join('.'));
    return c.redirect(`/misses?${query.toString()}`, 303);
  });
}

function readPeriod(given: string | undefined): Period {
  return periods.find((each) => each === given) ?? 'month';
}

function readDone(done: string | undefined, count: string | undefined, undo = ''): Done | null {
  if (done !== 'dismiss' && done !== 'restore') return null;
  const number = readCount(count);
  if (number === null) return null;
  if (number === 0) return { line: 'Nothing was changed: nothing was chosen, or it is no longer there.', undo: [] };
  const what = countOf(number, 'question');
  const line = done === 'dismiss' ? `${what} set aside, with all that mean the same.` : `${what} back in the list.`;
  return { line, undo: undo.split('.').filter((id) => /^\d+$/.test(id)) };
}
