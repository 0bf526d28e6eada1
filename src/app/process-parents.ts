import { readFileSync } from 'node:fs';

/**
 * The ids of the processes that this one was started by, as a string that changes when one of them ends: its parent, and
 * where that is a shell between it and npm, the shell's parent, as far as the system tells (proc(5): field 4 of `stat`).
 */
export function readParents(): string {
  const { ppid } = process;
  try {
    const stat = readFileSync(`/proc/${ppid}/stat`, 'utf8');
    return `${ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
  } catch {
    return String(ppid);
  }
}
