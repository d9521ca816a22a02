import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { open } from '../domain/document-payload.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { STAFF } from './read-credential.js';

const SHOWN = 100;

export interface OpenDocument {
  id: string;
  number: string;
  /** `pending`: on its way; `held`: waits for staff. */
  state: string;
  heldReason: string | null;
  heldCharacters: string[];
  /** As it was to be printed. */
  name: string;
  since: Temporal.Instant;
}

/** Documents of the acting person's bodies that are not finished, oldest first. */
@Injectable()
export class ReadDocuments {
  constructor(private readonly issuances: IssuanceRepository) {}

  async execute(tx: Tx): Promise<OpenDocument[]> {
    const found = await this.issuances.openFor(tx, organizationsOf(tx.actor, ...STAFF), SHOWN);
    return found.map(({ id, number, state, heldReason, heldCharacters, heldAt, createdAt, payload, payloadHash }) => ({
      id,
      number,
      state,
      heldReason,
      heldCharacters: heldCharacters ?? [],
      name: open({ text: payload, hash: payloadHash }).data.holder.name,
      since: heldAt ?? createdAt,
    }));
  }
}
