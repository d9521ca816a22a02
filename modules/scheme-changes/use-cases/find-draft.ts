import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { SchemeDraftEntity } from '../persistence/scheme-draft.entity.js';
import { SchemeDraftRepository } from '../persistence/scheme-draft.repository.js';

/** The bodies whose rules the actor may change. */
export function bodiesAdministered({ actor }: Tx): string[] {
  return [...new Set(organizationsOf(actor, 'administrator'))];
}

/** A draft of a body that the actor administers; for everybody else there is none. */
@Injectable()
export class FindDraft {
  constructor(private readonly drafts: SchemeDraftRepository) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, id: string): Promise<SchemeDraftEntity> {
    const draft = await this.drafts.find(tx, bodiesAdministered(tx), id);
    if (!draft) throw notFound('this draft');
    return draft;
  }
}
