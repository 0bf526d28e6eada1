/** A bounded queue in which people take turns: whoever asks much waits for the others, not they for him. */
export class FairQueue {
    limits;
    placesOf = new Map();
    waiting = new Map();
    idle = new Set();
    places = 0;
    atWork = 0;
    constructor(limits) {
        this.limits = limits;
    }
    /** A place for this person, or which of the bounds is reached. */
    enter(userId) {
        const own = this.placesOf.get(userId) ?? 0;
        if (this.places >= this.limits.limit)
            return 'full';
        if (own >= this.limits.userLimit)
            return 'user-full';
        this.places++;
        this.placesOf.set(userId, own + 1);
        let isTaken = true;
        const leave = () => {
            if (isTaken)
                this.giveUp(userId);
            isTaken = false;
        };
        const run = async (task) => {
            await this.awaitTurn(userId);
            try {
                return await task();
            }
            finally {
                this.atWork--;
                this.startNext();
            }
        };
        return { run, leave };
    }
    /** Resolves once nobody holds a place. */
    whenIdle() {
        if (this.places === 0)
            return Promise.resolve();
        return new Promise((resolve) => this.idle.add(resolve));
    }
    giveUp(userId) {
        this.places--;
        const own = (this.placesOf.get(userId) ?? 1) - 1;
        if (own > 0)
            this.placesOf.set(userId, own);
        else
            this.placesOf.delete(userId);
        if (this.places > 0)
            return;
        for (const resolve of this.idle)
            resolve();
        this.idle.clear();
    }
    awaitTurn(userId) {
        return new Promise((resolve) => {
            const own = this.waiting.get(userId);
            if (own)
                own.push(resolve);
            else
                this.waiting.set(userId, [resolve]);
            this.startNext();
        });
    }
    /** The first person in the order goes to its end after one task. */
    startNext() {
        while (this.atWork < this.limits.concurrency) {
            const next = this.waiting.entries().next().value;
            if (!next)
                return;
            const [userId, tasks] = next;
            const start = tasks.shift();
            this.waiting.delete(userId);
            if (tasks.length > 0)
                this.waiting.set(userId, tasks);
            this.atWork++;
            start?.();
        }
    }
}
//# sourceMappingURL=fair-queue.js.map