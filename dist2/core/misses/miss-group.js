/** Adds a group's misses up; at least one. */
export function makeMissGroup(misses) {
    const asked = misses.filter(({ askings }) => askings > 0);
    const wordings = [...(asked.length > 0 ? asked : misses)].sort(compareMisses);
    const people = new Set(misses.flatMap((miss) => miss.people));
    return {
        leader: wordings[0] ?? misses[0],
        wordings,
        askings: misses.reduce((sum, { askings }) => sum + askings, 0),
        people: Math.max(1, people.size),
        firstAtMs: Math.min(...wordings.map(({ firstAtMs }) => firstAtMs)),
        lastAtMs: Math.max(...wordings.map(({ lastAtMs }) => lastAtMs)),
        reasons: [...new Set(misses.flatMap(({ reasons }) => reasons))],
        isDismissed: misses.some(({ state }) => state === 'dismissed'),
        isAwaited: misses.some(({ isAwaited }) => isAwaited),
        downVoted: [...new Set(misses.flatMap(({ downVoted }) => downVoted))],
    };
}
/** The most often asked, then those asked by more people, then the latest, then the older record. */
export function compareGroups(a, b) {
    return b.askings - a.askings || b.people - a.people || b.lastAtMs - a.lastAtMs || a.leader.id - b.leader.id;
}
function compareMisses(a, b) {
    return b.askings - a.askings || b.people.length - a.people.length || a.id - b.id;
}
//# sourceMappingURL=miss-group.js.map