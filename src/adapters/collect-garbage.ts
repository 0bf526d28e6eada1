import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects what this thread's heap does not need any more, which takes about 50 ms: after much was loaded, since what is only needed
 * for that would stay for long; and for native memory, which hangs on small objects, for which no collection would ever be due.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
