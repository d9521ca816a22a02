const OLD_SPACE = /^nodejs_heap_space_size_used_bytes\{space="old"\} (\S+)$/m;

/** Bytes in the part of a web process's memory that only a full collection clears, by its own figures. */
async function oldSpace(port: number): Promise<number> {
  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const bytes = OLD_SPACE.exec(figures)?.[1];
  if (bytes === undefined) throw new Error('The web process does not tell its memory.');
  return Number(bytes);
}

/**
 * What the answers of a web process leave in the old part of its memory. What outlives its request is copied there, the
 * young part grows beyond the processor's caches, and every answer becomes slower by a third.
 * @returns what `work` gave, and bytes; less than none when a full collection fell into it
 */
export async function keptBy<T>(port: number, work: () => Promise<T>): Promise<{ done: T; kept: number }> {
  const before = await oldSpace(port);
  const done = await work();
  return { done, kept: (await oldSpace(port)) - before };
}
