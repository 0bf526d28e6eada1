const latest = new Map();
/** Does work on one thing after all that came before it for the same thing, so that what comes last also shows last. */
export async function inOrder(key, work) {
    const before = latest.get(key) ?? Promise.resolve();
    const running = before.then(work);
    const settled = running.then(() => undefined, () => undefined);
    latest.set(key, settled);
    try {
        return await running;
    }
    finally {
        if (latest.get(key) === settled)
            latest.delete(key);
    }
}
//# sourceMappingURL=in-order.js.map