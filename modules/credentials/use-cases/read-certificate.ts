import { Injectable } from '@nestjs/common';
import { organizationsOf, type Actor, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Storage } from '../../../src/platform/storage/storage.js';
import { documentNotReady } from '../credentials.errors.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { IssuanceRepository } from '../persistence/issuance.repository.js';
import { ReadRegister } from './read-register.js';

const STAFF: Role[] = ['administrator', 'reviewer', 'decider', 'registrar'];

/** The PDF of a credential, for its holder and for staff of its body. */
@Injectable()
export class ReadCertificate {
  constructor(
    private readonly register: ReadRegister,
    private readonly issuances: IssuanceRepository,
    private readonly storage: Storage,
  ) {}

  /** @throws DomainError not_found for a stranger, credentials.document_not_ready while it is being made */
  async execute(tx: Tx, { number }: { number: string }): Promise<{ bytes: Buffer; fileName: string }> {
    const credential = await this.register.byNumber(tx, number);
    if (!maySee(tx.actor, credential)) throw notFound('this credential');
    const issuance = await this.issuances.newestStored(tx, credential.id);
    if (!issuance?.documentSha256) throw documentNotReady();
    return { bytes: await this.storage.read(issuance.documentSha256), fileName: `${credential.number}.pdf` };
  }
}

function maySee(actor: Actor, { personId, bodyId }: CredentialEntity): boolean {
  if (actor.kind !== 'person') return false;
  return actor.personId === personId || organizationsOf(actor, ...STAFF).includes(bodyId);
}
