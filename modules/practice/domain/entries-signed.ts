/** A supervisor signed entries; each is a fact from now on. Published once per sign-off, in the signing transaction. */
export class EntriesSigned {
  constructor(
    readonly signOffId: string,
    readonly personId: string,
    readonly entryIds: readonly string[],
    /** ISO instant. */
    readonly signedAt: string,
  ) {}
}
