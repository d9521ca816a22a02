import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { DECIDED_STATUSES } from '../domain/status.js';
import { readNumber } from '../domain/credential-number.js';
import { STAFF } from './read-credential.js';
import { ReadRegister, type CredentialSummary } from './read-register.js';

const PAGE = 25;

export interface RegisterQuestion {
  /** A number as typed; leads straight to the credential when it is one. */
  number?: string;
  status?: string;
  after?: string;
}

export interface RegisterAnswer {
  rows: CredentialSummary[];
  next: string | null;
  /** The number as printed, where one was typed that can be one. */
  found: string | null;
}

/** The register of the acting person's bodies, newest first. */
@Injectable()
export class SearchRegister {
  constructor(private readonly register: ReadRegister) {}

  async execute(tx: Tx, { number, status, after }: RegisterQuestion): Promise<RegisterAnswer> {
    const bodyIds = organizationsOf(tx.actor, ...STAFF);
    const asked = DECIDED_STATUSES.find((known) => known === status);
    const rows = await this.register.search(
      tx,
      { bodyIds, statuses: asked ? [asked] : undefined },
      { after, limit: PAGE + 1 },
    );
    const page = rows.slice(0, PAGE);
    const next = rows.length > PAGE ? (page.at(-1)?.credentialId ?? null) : null;
    return { rows: page, next, found: number ? readNumber(number) : null };
  }
}
