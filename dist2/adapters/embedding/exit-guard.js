/** Cell that is 1 once the process is about to exit. */
const LEAVING = 0;
/** Cell with the number of native calls under way. */
const BUSY = 1;
const CELLS = 2;
/** Longer than any one run of a model; a thread that hangs must not keep the process for ever. */
const MAX_WAIT_MS = 5_000;
/** The memory that both sides of a guard share. */
export function createGuardMemory() {
    return new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT));
}
/**
 * The side of a thread: runs native work, but none once the process is about to exit. Then the promise stays pending, for a thread
 * that is ended in the middle of a native call aborts the process.
 */
export async function runGuarded(memory, work) {
    Atomics.add(memory, BUSY, 1);
    try {
        // Looked at after the count is raised: either the other side sees the count, or this side sees that it is leaving.
        if (Atomics.load(memory, LEAVING) === 0)
            return await work();
    }
    finally {
        Atomics.sub(memory, BUSY, 1);
        Atomics.notify(memory, BUSY);
    }
    return new Promise(() => undefined);
}
/** The side of the process, at its exit: lets no more native work begin and blocks until what is under way, if any, is done. */
export function awaitGuarded(memory) {
    Atomics.store(memory, LEAVING, 1);
    for (;;) {
        const busy = Atomics.load(memory, BUSY);
        if (busy === 0 || Atomics.wait(memory, BUSY, busy, MAX_WAIT_MS) === 'timed-out')
            return;
    }
}
//# sourceMappingURL=exit-guard.js.map