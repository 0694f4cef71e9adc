/** Waits until the condition gives something. Fails with `what` after `seconds`; asks again as soon as the last answer is there. */
export async function until<T>(what: string, condition: () => Promise<T | null | undefined | false>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await condition();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}`);
    await new Promise((next) => setImmediate(next));
  }
}
