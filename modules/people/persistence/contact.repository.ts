import { Injectable } from '@nestjs/common';
import { IsNull, Not, QueryFailedError } from 'typeorm';
import { validate } from 'uuid';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { addressInUse } from '../domain/address-in-use.js';
import type { EmailAddress } from '../domain/email-address.js';
import { ContactEntity } from './contact.entity.js';

/** The index that settles who owns an address, when two claim it at the same moment. */
const ONE_OWNER = 'contact_verified_address';

@Injectable()
export class ContactRepository {
  constructor(private readonly ids: Ids) {}

  /** The living, verified contact with this address. */
  owner(tx: Tx, addressKey: string): Promise<ContactEntity | null> {
    return tx.manager.findOneBy(ContactEntity, { addressKey, verifiedAt: Not(IsNull()), endedAt: IsNull() });
  }

  primary(tx: Tx, personId: string): Promise<ContactEntity | null> {
    return tx.manager.findOneBy(ContactEntity, { personId, isPrimary: true, endedAt: IsNull() });
  }

  async find(tx: Tx, personId: string, id: string): Promise<ContactEntity | null> {
    if (!validate(id)) return null;
    return tx.manager.findOneBy(ContactEntity, { personId, id, endedAt: IsNull() });
  }

  all(tx: Tx, personId: string): Promise<ContactEntity[]> {
    return tx.manager.find(ContactEntity, { where: { personId, endedAt: IsNull() }, order: { createdAt: 'ASC' } });
  }

  /** An address that still has to be verified. */
  async add(tx: Tx, personId: string, { address, key }: EmailAddress): Promise<ContactEntity> {
    const row: ContactEntity = {
      id: this.ids.next(),
      personId,
      kind: 'email',
      address,
      addressKey: key,
      isPrimary: false,
      verifiedAt: null,
      endedAt: null,
      createdAt: tx.now,
    };
    await tx.manager.insert(ContactEntity, row);
    return row;
  }

  /** @throws DomainError `people.address_in_use` when the address was verified by somebody else meanwhile */
  async markVerified(tx: Tx, id: string): Promise<void> {
    try {
      await tx.manager.update(ContactEntity, { id, verifiedAt: IsNull() }, { verifiedAt: tx.now });
    } catch (error) {
      throw isBreachOf(error, ONE_OWNER) ? addressInUse() : error;
    }
  }

  async makePrimary(tx: Tx, personId: string, id: string): Promise<void> {
    await tx.manager.update(ContactEntity, { personId, isPrimary: true }, { isPrimary: false });
    await tx.manager.update(ContactEntity, { personId, id }, { isPrimary: true });
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(ContactEntity, { id }, { isPrimary: false, endedAt: tx.now });
  }
}

function isBreachOf(error: unknown, constraint: string): boolean {
  return error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === constraint;
}
