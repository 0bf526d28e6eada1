import { describeFailure } from './failures.js';
const dayMs = 86_400_000;
/** Deletes what people have left longer ago than it may be kept, now and once a day; gives what stops it. */
export function startRetention({ store, settings, log }) {
    const purge = () => {
        store.people.purge(Date.now() - settings.retentionDays * dayMs).then((counts) => {
            log.info({ ...counts, days: settings.retentionDays }, 'retention: old records deleted');
        }, (error) => {
            log.error(describeFailure(error), 'retention: old records could not be deleted');
        });
    };
    purge();
    const timer = setInterval(purge, dayMs).unref();
    return () => {
        clearInterval(timer);
    };
}
//# sourceMappingURL=retention.js.map