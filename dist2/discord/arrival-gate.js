/** Work waits at most this long for acknowledgements, so that a steady stream of them cannot starve it. */
const maxWaitMs = 300;
/** Lets acknowledgements go before the work for questions: they have a deadline of three seconds, answers have minutes. */
export class ArrivalGate {
    pending = 0;
    waiting = new Set();
    /** Carries out an acknowledgement. */
    async pass(acknowledge) {
        this.pending++;
        try {
            await acknowledge();
        }
        finally {
            this.pending--;
            if (this.pending === 0)
                this.open();
        }
    }
    /** Resolves once no acknowledgement is under way, or after a moment. */
    whenQuiet() {
        if (this.pending === 0)
            return Promise.resolve();
        return new Promise((resolve) => {
            const timer = setTimeout(go, maxWaitMs);
            const { waiting } = this;
            function go() {
                clearTimeout(timer);
                waiting.delete(go);
                resolve();
            }
            waiting.add(go);
        });
    }
    open() {
        for (const go of [...this.waiting])
            go();
    }
}
//# sourceMappingURL=arrival-gate.js.map