/** An answer as it is kept and compared: its revision, and what was chosen. */
export interface Kept {
  revision: number;
  chosen: string;
}

interface Known {
  /** What was sent, by revision: an answer without a receipt may be saved or not. */
  sent: Map<number, Set<string>>;
  /** What the server said is saved, by revision. */
  acknowledged: Map<number, string>;
  highest: number;
}

/** What people were told about their answers, and whether the database holds to it. A key is a sitting with a question. */
export class Receipts {
  /** Answers for which somebody was told "saved". */
  acknowledged = 0;
  /** An older answer in the place of a newer one, as somebody was told. */
  overwritten = 0;
  private readonly known = new Map<string, Known>();

  /** Before an answer goes out. @returns the highest revision that anybody was told of until now */
  send(key: string, { revision, chosen }: Kept): number {
    const known = this.of(key);
    const sent = known.sent.get(revision) ?? new Set();
    known.sent.set(revision, sent.add(chosen));
    return known.highest;
  }

  /** The server told what is kept. @param before what {@link send} gave when this answer went out */
  receive(key: string, { revision, chosen }: Kept, before: number): void {
    const known = this.of(key);
    const earlier = known.acknowledged.get(revision);
    if (revision < before || (earlier !== undefined && earlier !== chosen)) this.overwritten += 1;
    known.acknowledged.set(revision, chosen);
    known.highest = Math.max(known.highest, revision);
  }

  /**
   * Compares with what the database holds at the end.
   * @returns lost: acknowledged answers newer than what is there; overwritten: those in whose place stands what nobody sent, or what is older
   */
  compare(kept: ReadonlyMap<string, Kept>): { lost: number; overwritten: number } {
    let lost = 0;
    let overwritten = this.overwritten;
    for (const [key, { acknowledged, sent }] of this.known) {
      const there = kept.get(key) ?? { revision: 0, chosen: '' };
      lost += [...acknowledged.keys()].filter((revision) => revision > there.revision).length;
      const told = acknowledged.get(there.revision);
      if (
        there.revision > 0 &&
        (told === undefined ? !sent.get(there.revision)?.has(there.chosen) : told !== there.chosen)
      ) {
        overwritten += 1;
      }
    }
    return { lost, overwritten };
  }

  private of(key: string): Known {
    const known = this.known.get(key) ?? { sent: new Map(), acknowledged: new Map(), highest: 0 };
    this.known.set(key, known);
    return known;
  }
}
