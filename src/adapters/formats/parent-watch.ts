/** The thread that ends the program that reads files when its parent is gone, even while a file keeps it from hearing so. */
const parent = process.ppid;
const everyMs = 1_000;

function isGone(): boolean {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

setInterval(() => {
  if (isGone()) process.kill(process.pid, 'SIGKILL');
}, everyMs);
