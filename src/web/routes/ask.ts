import { chooseCollections } from '../../app/asking/choose-collections.js';
import { findExamples } from '../../app/asking/choose-examples.js';
import { writeAnswerLine } from '../../app/asking/answer-wording.js';
import type { OpenIndex } from '../../app/asking/open-index.js';
import type { Provenance } from '../../app/asking/provenance.js';
import { withinTime } from '../../app/within-time.js';
import type { CollectionScope } from '../../core/collections/collection.js';
import { lanes } from '../../core/labelling/labels.js';
import { answerDefaults, type Answer } from '../../core/search/answer.js';
import { maxQuestionLength, renderAnswered, renderHome, renderUnknownText, type Asked } from '../pages/ask-page.js';
import { renderPage } from '../pages/layout.js';
import { Refused } from '../safety/refused.js';
import type { Services, Site, SiteContext } from '../services.js';
import { openIndex, takeTurn } from '../take-turn.js';

/** A page without its examples is better than one that takes long. */
const examplesWithinMs = 300;
const maxWantedLength = 300;
const maxTitleLength = 60;

/** The page to ask on, and its answers for programs. */
export function addAskRoutes(site: Site, services: Services): void {
  site.get('/', async (c) => {
    const asked = await readAsked(c, services);
    if (asked.question === '') {
      const index = await openPart(services, asked);
      const main = renderHome(asked, await examplesSoon(index), index);
      return c.html(renderPage(c, services, { title: 'Ask', place: 'ask', main, index: index.manifest.version }));
    }
    if (asked.wanted !== '') {
      const index = await openPart(services, asked);
      const match = index.matchDocument(asked.wanted);
      if (!match.document) {
        const main = renderUnknownText(asked, match, index);
        return c.html(renderPage(c, services, { title: 'No such text', place: 'ask', main }), 400);
      }
    }
    const [answer, index] = await ask(c, services, asked, answerDefaults.limit);
    const main = await renderAnswered(asked, answer, index, services.settings.publicUrl);
    const title = asked.question.slice(0, maxTitleLength);
    return c.html(renderPage(c, services, { title, place: 'ask', main, index: answer.index }));
  });

  site.get('/api/ask', async (c) => {
    const asked = await readAsked(c, services);
    if (asked.question === '') throw new Refused(400, 'q: expected a question.');
    const [answer] = await ask(c, services, asked, readLimit(c.req.query('limit')));
    return c.body(`${writeAnswerLine(null, answer)}\n`, 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });
}

async function ask(
  c: SiteContext,
  services: Services,
  { question, wanted, lane, scope }: Asked,
  limit: number,
): Promise<[Answer & Provenance, OpenIndex]> {
  const answered = await takeTurn(c, services, async (whole, waiting): Promise<[Answer & Provenance, OpenIndex]> => {
    const index = scope === null ? whole : await whole.within(scope);
    const documentId = wanted === '' ? null : index.requireDocument(wanted).id;
    return [await index.ask(question, { limit, lane, documentId, waiting }), index];
  });
  c.set('outcome', answered[0].reason ?? 'answered');
  return answered;
}

/** The index of the collections that are asked. */
async function openPart(services: Services, { scope }: Asked): Promise<OpenIndex> {
  const index = await openIndex(services);
  return scope === null ? index : index.within(scope);
}

async function readAsked(c: SiteContext, services: Services): Promise<Asked> {
  const question = (c.req.query('q') ?? '').replace(/\s+/g, ' ').trim();
  if (question.length > maxQuestionLength) {
    throw new Refused(
      400,
      `q: expected a question of at most ${maxQuestionLength} characters, got ${question.length}.`,
    );
  }
  const wanted = (c.req.query('in') ?? '').trim();
  if (wanted.length > maxWantedLength) {
    throw new Refused(400, `in: expected the name of a text of at most ${maxWantedLength} characters.`);
  }
  const given = c.req.query('lane') ?? '';
  const lane = lanes.find((each) => each === given) ?? null;
  if (given !== '' && lane === null) throw new Refused(400, `lane: expected one of ${lanes.join(', ')}.`);
  const collections = (c.req.queries('collection') ?? []).filter((name) => name !== '');
  const { collections: offered } = await openIndex(services);
  const scope = collections.length === 0 ? null : chooseScope(offered, collections);
  return { question, wanted, lane, isMore: (c.req.query('more') ?? '') !== '', collections, offered, scope };
}

function chooseScope(known: readonly string[], wanted: readonly string[]): CollectionScope {
  try {
    return chooseCollections(known, wanted);
  } catch (error) {
    throw new Refused(400, `collection: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readLimit(given: string | undefined): number {
  const limit = Number(given ?? answerDefaults.limit);
  if (Number.isInteger(limit) && limit >= 1 && limit <= answerDefaults.limit) return limit;
  throw new Refused(400, `limit: expected a whole number from 1 to ${answerDefaults.limit}.`);
}

/** Questions that the texts answer; none where they are not found yet, for which others are not kept waiting. */
function examplesSoon(index: OpenIndex): Promise<readonly string[]> {
  const examples = findExamples(index).catch(() => []);
  return withinTime(examples, examplesWithinMs, []);
}
