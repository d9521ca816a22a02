import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keptApart } from '../item-bank.errors.js';
import { ApartRepository } from '../persistence/apart.repository.js';

export type BankRole = Extract<Role, 'item-author' | 'item-reviewer' | 'psychometrician' | 'item-judge'>;

/** Who sees the list of items and opens those that are theirs to open. */
export const ITEM_ROLES: readonly BankRole[] = ['item-author', 'item-reviewer', 'psychometrician'];

/** Which banks somebody works in, and what keeps them out although they hold the role. */
@Injectable()
export class BankAccess {
  constructor(private readonly apart: ApartRepository) {}

  /**
   * The bodies in whose bank the acting person holds one of the roles.
   * @throws DomainError item_bank.kept_apart where they teach: a role that was given before opens nothing then
   */
  async bodiesOf(tx: Tx, ...roles: BankRole[]): Promise<string[]> {
    const bodies = [...new Set(organizationsOf(tx.actor, ...roles))];
    for (const bodyId of bodies) {
      const why = await this.apart.teaches(tx, personIdOf(tx.actor), bodyId);
      if (why) throw keptApart(why);
    }
    return bodies;
  }

  /** @throws DomainError not_found for a body in whose bank one holds none of the roles; item_bank.kept_apart */
  async require(tx: Tx, bodyId: string, ...roles: BankRole[]): Promise<void> {
    if (!(await this.bodiesOf(tx, ...roles)).includes(bodyId)) throw notFound('this item bank');
  }

  /** @throws DomainError item_bank.kept_apart */
  async requireMayTeach(tx: Tx, personId: string): Promise<void> {
    if (await this.apart.worksInBank(tx, personId)) throw keptApart('in_bank');
  }
}

/** Whether the actor holds the role at the body, with a second factor; says nothing about being kept apart (`BankAccess`). */
export function holds(tx: Tx, bodyId: string, role: BankRole): boolean {
  return organizationsOf(tx.actor, role).includes(bodyId);
}
