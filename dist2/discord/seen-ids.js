const maxKept = 2_000;
/** Remembers the latest ids: after a lost connection Discord may send an event twice. */
export class SeenIds {
    ids = new Set();
    /** False for an id that has been seen before. */
    add(id) {
        if (this.ids.has(id))
            return false;
        this.ids.add(id);
        const oldest = this.ids.values().next().value;
        if (this.ids.size > maxKept && oldest !== undefined)
            this.ids.delete(oldest);
        return true;
    }
}
//# sourceMappingURL=seen-ids.js.map