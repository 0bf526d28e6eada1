import { renderPage } from '../pages/layout.js';
import { renderLibrary } from '../pages/library-page.js';
import { turnTo } from '../pages/turns.js';
import type { Services, Site } from '../services.js';
import { takeTurn } from '../take-turn.js';

const textsPerPage = 50;
const maxTypedLength = 100;

/** What is in. */
export function addLibraryRoutes(site: Site, services: Services): void {
  const { library, notices, settings } = services;
  site.get('/library', async (c) => {
    const typed = (c.req.query('find') ?? '').trim().slice(0, maxTypedLength);
    // Whoever runs this for themselves sees what a moderator sees here.
    const isOwner = c.get('isTrusted') || (settings.serveToken === null && settings.publicUrl === null);
    const page = await takeTurn(c, services, async (index) => {
      const found = index.suggestDocuments(typed);
      const turn = turnTo(found, c.req.query('page'), textsPerPage);
      const held = await index.fetchTexts(turn.shown.map(({ id }) => id));
      const main = renderLibrary({
        ...turn,
        shown: turn.shown.flatMap(({ id }) => held.findDocument(id) ?? []),
        found: found.length,
        typed,
        counts: index.manifest.counts,
        notices: isOwner ? [...notices] : [],
        problem: isOwner ? library.problem : null,
      });
      return { title: 'Library', place: 'library', main, index: index.manifest.version } as const;
    });
    return c.html(renderPage(c, services, page));
  });
}
