/**
 * What was made from something lately, for making that is pure and takes long. The key names all that it is made from, so that
 * nothing here can be out of date; what was asked for longest ago goes first.
 */
export class Remembered<T extends object> {
  private readonly made = new Map<string, T>();

  /** @param most how many are kept */
  constructor(private readonly most: number) {}

  /** What was made under that key, or what `make` makes now. Whoever gets it does not change it: the next one gets the same. */
  of(key: string, make: () => T): T {
    const known = this.made.get(key);
    const one = known ?? make();
    this.made.delete(key);
    this.made.set(key, one);
    for (const oldest of this.made.keys()) {
      if (this.made.size <= this.most) break;
      this.made.delete(oldest);
    }
    return one;
  }
}
