/** What `work` comes to; `late` where that takes longer than `limitMs`. The work goes on then, and nobody hears what becomes of it. */
export async function withinTime<T, Late>(work: Promise<T>, limitMs: number, late: Late): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, limitMs, late);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
