import type { Miss, MissReason } from './miss-store.js';

/** Missed questions of one guild that ask for the same, under one filter. */
export interface MissGroup {
  /** The most often asked one; its wording stands for the group. */
  readonly leader: Miss;
  /** All of them, the leader first. */
  readonly wordings: readonly Miss[];
  readonly askings: number;
  /** How many people asked, each counted once; at least 1. */
  readonly people: number;
  /** Milliseconds since 1970. */
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly reasons: readonly MissReason[];
  /** Whether one of them was dismissed, and with it all that mean the same. */
  readonly isDismissed: boolean;
  /** Whether somebody waits to be told. */
  readonly isAwaited: boolean;
  /** Fingerprints of the first quotes that were voted not helpful. */
  readonly downVoted: readonly string[];
}

/** Adds a group's misses up; at least one. */
export function makeMissGroup(misses: readonly [Miss, ...Miss[]]): MissGroup {
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
export function compareGroups(a: MissGroup, b: MissGroup): number {
  return b.askings - a.askings || b.people - a.people || b.lastAtMs - a.lastAtMs || a.leader.id - b.leader.id;
}

function compareMisses(a: Miss, b: Miss): number {
  return b.askings - a.askings || b.people.length - a.people.length || a.id - b.id;
}
