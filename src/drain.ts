const LIMIT_MS = 25_000;

/**
 * Stops once, however often it is asked: npm forwards the signal that the process group has had already. Requests and
 * jobs in flight end first; after 25 seconds the process ends anyway.
 */
export function drainOnSignals(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
