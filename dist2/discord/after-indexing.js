import { Events } from 'discord.js';
import { describeFailure } from './failures.js';
import { features } from './features/features.js';
import { drainOutbox } from './outbox.js';
/** What could not be sent is tried again after this long. */
const drainEveryMs = 20_000;
/** Lets features work after each update of the index, one update at a time, once the bot is connected. */
export class AfterIndexing {
    client;
    services;
    running = null;
    isDue = false;
    timer;
    constructor(client, services) {
        this.client = client;
        this.services = services;
        client.on(Events.ClientReady, () => {
            this.schedule();
        });
        this.timer = setInterval(() => {
            if (client.isReady())
                void drainOutbox(client, services);
        }, drainEveryMs).unref();
    }
    /** Runs soon; several calls while a run is under way lead to one more. */
    schedule() {
        this.isDue = true;
        this.running ??= this.run().finally(() => {
            this.running = null;
        });
    }
    /** Takes up nothing more; resolves when nothing is under way. */
    async stop() {
        clearInterval(this.timer);
        await this.running;
    }
    async run() {
        const { client, services } = this;
        while (this.isDue && client.isReady() && services.library.current && !services.isStopping) {
            this.isDue = false;
            for (const { afterIndexing, prefix } of features) {
                await afterIndexing?.(client, services).catch((error) => {
                    services.log.error({ ...describeFailure(error), feature: prefix }, 'work after indexing failed');
                });
            }
            await drainOutbox(client, services);
        }
    }
}
//# sourceMappingURL=after-indexing.js.map