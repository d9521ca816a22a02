import { Injectable } from '@nestjs/common';
import { personIdOf, type Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { cohortNotFound, noInstructor } from '../cohorts.errors.js';
import { Teachers } from './teachers.js';

const TEACHING: readonly Role[] = ['instructor', 'administrator'];

/** Who in an organization can teach a cohort of it. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly organizations: Organizations,
    private readonly teachers: Teachers,
    private readonly itemBank: ItemBank,
  ) {}

  /**
   * The organization that is meant: the named one, or the only one that the one who acts teaches for.
   * @throws DomainError forbidden for who teaches for none; not_found for an organization they do not teach for
   */
  organization(tx: Tx, named: string | undefined): string {
    const ids = this.teachers.teachesFor(tx);
    const id = named ? ids.find((one) => one === named) : ids[0];
    if (!id) throw cohortNotFound();
    return id;
  }

  /** Ids of everybody who can teach there. */
  async of(tx: Tx, organizationId: string): Promise<string[]> {
    const staff: string[] = [];
    for (const role of TEACHING) staff.push(...(await this.organizations.staffOf(tx, organizationId, role)));
    return [...new Set(staff)];
  }

  /**
   * The chosen ones of them; without a choice the one who acts.
   * @throws DomainError invalid for anybody else; item_bank.kept_apart for who works with exam items
   */
  async instructors(tx: Tx, organizationId: string, chosen: readonly string[]): Promise<string[]> {
    const staff = await this.of(tx, organizationId);
    const meant = [...new Set(chosen.length > 0 ? chosen : [personIdOf(tx.actor)])];
    if (meant.some((id) => !staff.includes(id))) throw noInstructor();
    for (const id of meant) await this.itemBank.requireMayTeach(tx, id);
    return meant;
  }
}
