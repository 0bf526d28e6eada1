import { readFileSync } from 'node:fs';

/**
 * The ids of the processes that this one was started by, as a string that changes when one of them ends: its parent, and
 * where that is a shell between it and npm, the shell's parent, as far as the system tells (proc(5): field 4 of `stat`).
 */
function readParents(): string {
  const { ppid } = process;
  try {
    const stat = readFileSync(`/proc/${ppid}/stat`, 'utf8');
    return `${ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
  } catch {
    return String(ppid);
  }
}

const checkEveryMs = 500;

/** Calls back when one of them ends: npm that is killed dies without a word, and what it has started would live on beside the next one. */
export function watchParents(onEnd: () => void): void {
  const parents = readParents();
  const timer = setInterval(() => {
    if (readParents() === parents) return;
    clearInterval(timer);
    onEnd();
  }, checkEveryMs).unref();
}
