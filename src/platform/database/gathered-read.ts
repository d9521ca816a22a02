/** Reads the rows of several keys at once; keys without a row are absent from the answer. */
export type ReadMany<Row> = (keys: string[]) => Promise<Map<string, Row>>;

interface Waiting<Row> {
  key: string;
  resolve(row: Row | null): void;
  reject(error: unknown): void;
}

/**
 * Puts questions that arrive together to the database together: one round trip for all of a moment instead of one each.
 * A lone question goes at once. While a read is under way, another begins only when `worthAnother` questions wait, and none
 * while `atOnce` are: what arrives meanwhile goes together with the next.
 */
export class GatheredRead<Row> {
  private waiting: Waiting<Row>[] = [];
  private underWay = 0;
  private planned = false;

  constructor(
    private readonly read: ReadMany<Row>,
    private readonly limits: { atOnce: number; together: number; worthAnother: number },
  ) {}

  /** The row of a key, or null. @throws whatever the read threw */
  find(key: string): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      this.plan();
    });
  }

  /** After everything that has arrived was taken in, so that it is asked together. */
  private plan(): void {
    if (this.planned || !this.mayAsk()) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      void this.ask(this.waiting.splice(0, this.limits.together));
    });
  }

  private mayAsk(): boolean {
    const { atOnce, worthAnother } = this.limits;
    return this.underWay === 0
      ? this.waiting.length > 0
      : this.underWay < atOnce && this.waiting.length >= worthAnother;
  }

  private async ask(questions: Waiting<Row>[]): Promise<void> {
    this.underWay += 1;
    this.plan();
    try {
      const rows = await this.read(questions.map(({ key }) => key));
      for (const { key, resolve } of questions) resolve(rows.get(key) ?? null);
    } catch (error) {
      for (const { reject } of questions) reject(error);
    } finally {
      this.underWay -= 1;
      this.plan();
    }
  }
}
