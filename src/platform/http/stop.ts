export interface Stoppable {
  readonly name: string;
  stop(): Promise<void>;
}

/**
 * On SIGTERM or SIGINT: stops each part in order, the one that takes requests first and the database last, and exits.
 * A part that does not stop in time is left behind: everything acknowledged is committed by then.
 */
export function stopGracefully(parts: readonly Stoppable[], seconds: number): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= stopAll(parts, seconds));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void stop().then(() => process.exit(0), () => process.exit(1));
    });
  return stop;
}

async function stopAll(parts: readonly Stoppable[], seconds: number): Promise<void> {
  for (const part of parts) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), seconds * 1000);
    });
    const outcome = await Promise.race([part.stop().then(() => 'stopped' as const), late]);
    clearTimeout(timer);
    if (outcome === 'late') process.stderr.write(`${part.name} did not stop within ${seconds} s\n`);
  }
}
