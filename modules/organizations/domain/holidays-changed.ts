/** The days on which a body works are others than before: whoever counts business days counts again. */
export class HolidaysChanged {
  readonly bodyId: string;

  constructor({ bodyId }: { bodyId: string }) {
    this.bodyId = bodyId;
  }
}
