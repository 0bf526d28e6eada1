import type { DatabaseAddress } from '#verbatim/adapters/store/database-address.js';
import { openDatabase } from '#verbatim/adapters/store/open-database.js';
import { addMessage } from '#verbatim/adapters/store/sql-outbox.js';
import { SqlProcesses } from '#verbatim/adapters/store/sql-processes.js';
import { openStore } from '#verbatim/adapters/store/sql-store.js';
import { draftContent } from '../helpers/draft-content.js';

const guildId = '10';
const anchor = { documentId: 'd', path: 'a.txt', exact: 'It is so.', prefix: '', suffix: ' Or not.', start: 0, end: 9 };
const content = draftContent({ topic: 'the mill' });

/** Leaves some rows in every table of a store, in texts of all kinds, and `messages` in its outbox. */
export async function fillStore(address: DatabaseAddress, messages: number): Promise<void> {
  const store = await openStore(address);
  const [ada, mara] = [await store.hashPerson('1'), await store.hashPerson('2')];
  await store.claims.take('message:1');
  const asking = {
    guildId,
    lane: null,
    documentId: null,
    person: ada,
    reason: 'too-weak',
    nearest: [],
    index: 'a',
  } as const;
  const [first, second] = ['Who drove the train?', 'Wann fährt die Fähre? 😀'] as const;
  const ids = [
    await store.misses.record({ ...asking, question: first, downVote: null }),
    await store.misses.record({ ...asking, question: second, downVote: { messageId: '8', mark: 'm' } }),
  ];
  await store.misses.saveEmbeddings(ids.map((id) => ({ id, model: 'm', vector: new Float32Array([0.5, -1, id]) })));
  await store.misses.optIn(ids[0] ?? 0, mara, '2', 'de', ['4', '5']);
  await store.votes.cast({ messageId: '8', person: ada, guildId, isHelpful: false, question: second });
  // The older brief refers to the newer one, which comes after it in every order.
  for (const id of ['a', 'b']) {
    await store.briefs.addDraft({
      id,
      guildId,
      channelId: '2',
      person: ada,
      content,
      replaces: id === 'b' ? 'a' : null,
    });
    await store.briefs.addBrief({
      id,
      guildId,
      channelId: '2',
      messageId: `9${id}`,
      person: ada,
      topicKey: '*',
      content,
    });
  }
  await store.briefs.replaceBrief('a', 'b');
  const dispute = {
    ...anchor,
    guildId,
    person: mara,
    quote: 'q',
    was: 'reported',
    label: 'opinion',
    source: null,
  } as const;
  await store.labelReviews.open({ ...dispute, note: 'because' });
  const [opened] = await store.labelReviews.listOpen(guildId);
  const decided = { guildId, quote: 'q', newestId: opened?.id ?? 0 };
  const override = {
    ...anchor,
    sentence: 's',
    label: 'opinion',
    source: null,
    kind: null,
    was: 'reported',
    note: 'so',
  } as const;
  await store.labelReviews.accept(decided, ada, opened?.id ?? 0, [override]);
  await store.places.set(guildId, guildId, ['rules', '']);
  await store.places.own('rules', guildId);
  await store.places.configure(guildId, { moderatorChannel: '1' });
  await store.pauses.start('asker:ada', 60_000);
  store.close();
  const database = await openDatabase(address);
  const processes = new SqlProcesses(database);
  await processes.enter('first', 1, '');
  await processes.take('outbox', 'first');
  await database.write(
    ...Array.from({ length: messages }, (_, i) => {
      // Languages order these otherwise than bytes do.
      const key = `${['ä', 'Z', 'a', '“', '😀'][i % 5] ?? ''}-${i}`;
      return addMessage({ key, target: { kind: 'user', id: '1' }, body: `“${key}”\n` });
    }),
  );
  database.close();
}
