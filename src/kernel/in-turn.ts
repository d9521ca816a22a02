/**
 * What `work` gives for each, one after the other. For reads in one transaction: its connection answers one question at a time, and
 * questions that are asked of it side by side gain nothing (pg gives them up with its version 9).
 */
export async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const given: R[] = [];
  for (const one of all) given.push(await work(one));
  return given;
}
