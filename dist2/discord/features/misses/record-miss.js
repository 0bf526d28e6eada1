import { describeFailure } from '../../failures.js';
/** An answer waits at most this long for its question to be recorded. */
const patienceMs = 250;
/** What is recorded of a refusal; null for an answer, and for a question without anything to look for. */
export function toRefused({ reason, nearest }, asked) {
    return reason === null || reason === 'empty-question' ? null : { ...asked, reason, nearest: toPlaces(nearest) };
}
export function toPlaces(nearest) {
    return nearest.map(({ text, document }) => ({ text, title: document.title || document.path, path: document.path }));
}
/** Records a refused question, usually before its answer is sent. Never throws, and never takes long. */
export async function recordMiss(refused, { guildId, userId }, { store }, log) {
    if (refused === null)
        return;
    let timer;
    const recording = store
        .hashPerson(userId)
        .then((person) => store.misses.record({ ...refused, guildId, person, downVote: null }))
        .catch((error) => {
        log.error(describeFailure(error), 'missed question could not be recorded');
    });
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, patienceMs)));
    await Promise.race([recording, patience]);
    clearTimeout(timer);
}
//# sourceMappingURL=record-miss.js.map