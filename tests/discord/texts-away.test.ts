/** What a member reads, and what not, while the texts are away. */
import { describe, expect, it } from 'vitest';
import type { Services } from '#verbatim/discord/services.js';
import { addNamed } from '#verbatim/discord/features/library/add-sources.js';
import { refreshSource, undoRemoval, useSource } from '#verbatim/discord/features/library/moderate-sources.js';
import { toBody } from '#verbatim/discord/delivery/body.js';
import { admit } from '#verbatim/discord/request/admission.js';
import { renderFailure, type Request } from '#verbatim/discord/request/request.js';
import { libraryTextsFor, textsFor } from '#verbatim/discord/texts/languages.js';
import { VerbatimError } from '#verbatim/core/errors.js';

const absence = new VerbatimError('index-missing', {
  problem: 'There is no index at DATABASE_URL yet',
  advice: 'Run "npm run index" where the texts are',
});
type Acting = Parameters<typeof refreshSource>[0];
const operatorsWords = /npm|index|DATABASE|CORPUS|run /i;

describe.each(['en-GB', 'de'])('in the language %s', (locale) => {
  const texts = textsFor(locale);

  it('who asks while there is no index is told so without words for operators', async () => {
    const request = { place: {}, services: { library: { absence } }, texts } as unknown as Request<object>;
    const rules = { place: 'anywhere', countsForCooldown: true } as never; // all that is read of them here
    const refusal = await admit(request, rules, () => null);
    expect(refusal).toBe(texts.notReady);
    expect(texts.notReady).not.toMatch(operatorsWords);
  });

  it('an expected failure is told without words for operators', () => {
    const said = JSON.stringify(toBody(renderFailure(absence, 'ab12', texts)));
    expect(said).toContain(texts.notReady);
    expect(said).not.toMatch(/npm|DATABASE/);
  });

  it('a text is refused, and nothing written, where those of the index lie on another machine', async () => {
    const written: unknown[] = [];
    const services = {
      library: { isOfOthers: () => Promise.resolve(true) },
      shelf: { add: (text: unknown) => Promise.resolve(written.push(text)) },
    } as unknown as Services;
    const options = {
      getString: (name: string) => (name === 'link' ? 'https://example.org/a' : null),
      getAttachment: () => null,
    };
    const request = { source: { options }, services, texts, place: {} } as unknown as Parameters<typeof addNamed>[0];
    const said = JSON.stringify(await addNamed(request));
    expect(said).toMatch(/another machine|anderen Rechner/);
    expect(written).toEqual([]);
  });

  it.each([
    ['put in use', useSource, 'textsElsewhere', { kind: 'ready' }],
    ['brought back', undoRemoval, 'textsElsewhere', { kind: 'removed', untilMs: 1 }],
    ['looked at again', refreshSource, 'linkElsewhere', { kind: 'in-use', isMissing: false }],
  ] as const)('nor is one %s there', async (_, act, reason, state) => {
    const link = { kind: 'link', url: 'https://example.org/a' } as const;
    const source = {
      ...{ id: 'a', name: 'a.html', path: null, collection: '', serverId: '1', origin: link, state, trail: [] },
      ...{ reading: null, fetched: null, refresh: null, addedBy: null },
    };
    const done: unknown[] = [];
    const note = (id: unknown) => Promise.resolve(done.push(id));
    const services = {
      library: { isOfOthers: () => Promise.resolve(true), current: null },
      shelf: { get: () => Promise.resolve(source), use: note, undo: note, refresh: note },
      store: {
        hashPerson: () => Promise.resolve('p'),
        places: { read: () => Promise.resolve({ rows: [], owners: new Map(), servers: new Map() }) },
      },
    } as unknown as Services;
    const acting = { user: { id: '1', displayName: 'Ada' }, member: null, guildId: '1' };
    const request = { source: acting, services, texts, place: { guildId: '1' } } as unknown as Acting;
    const outcome = await act(request, { sourceId: 'a' });
    const card = 'card' in outcome ? outcome.card : outcome;
    expect(JSON.stringify(card && toBody(card))).toContain(libraryTextsFor(texts.locale)[reason]);
    expect(done).toEqual([]);
  });
});
