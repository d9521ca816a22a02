/** Does something for each, so many at a time: what waits for the database waits together. @returns what came of it, in the order given */
export async function sideBySide<T, R>(many: readonly T[], work: (one: T, at: number) => Promise<R>, lanes = 6) {
  const done: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < many.length; at = next++) done[at] = await work(many[at] as T, at);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, many.length) }, lane));
  return done;
}
