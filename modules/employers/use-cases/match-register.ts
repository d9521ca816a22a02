import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { matchesSurname, Register, type PublicEntry } from '../../credentials/credentials.public.js';
import { possibleSurnames } from '../domain/name-match.js';

export interface Matched {
  credentialId: string | null;
  personId: string | null;
}

/**
 * Finds the credential that an employer means. The number must be on the register and the surname must be the one on the
 * certificate: a slip in a list never ties a person to somebody else's standing.
 */
@Injectable()
export class MatchRegister {
  constructor(private readonly register: Register) {}

  /** In the order asked. */
  async execute(tx: Tx, people: readonly { name: string; number: string | null }[]): Promise<Matched[]> {
    const numbers = people.flatMap(({ number }) => (number ? [number] : []));
    const found = new Map((await this.register.publicly(tx, numbers)).map((entry) => [entry.number, entry]));
    return people.map(({ name, number }) => {
      const entry = number ? found.get(number) : undefined;
      if (!entry || !goesWith(entry, name)) return { credentialId: null, personId: null };
      return { credentialId: entry.credentialId, personId: entry.personId };
    });
  }
}

function goesWith({ surnameKeys }: PublicEntry, name: string): boolean {
  return possibleSurnames(name).some((surname) => matchesSurname(surnameKeys, surname));
}
