import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { clauseByClause } from '../../certification/certification.public.js';
import { deniesByTwo } from '../../schemes/schemes.public.js';
import { areDenialReasons } from '../domain/denial-reasons.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { chooseReasons, notNow } from '../renewals.errors.js';
import { HoldRenewal } from './hold-renewal.js';
import { RecordDenial } from './record-denial.js';
import { RenewalRules } from './renewal-rules.js';
import { requireWords } from './require-words.js';

export interface Denial {
  renewalId: string;
  reasons: readonly string[];
  /** To the holder. */
  note: string;
}

/**
 * A registrar denies a renewal with reasons and each clause as it is, and a second person agrees or objects; alone where the
 * scheme lets one person deny. The credential runs to its last valid day whatever is decided here.
 */
@Injectable()
export class DenyRenewal {
  constructor(
    private readonly hold: HoldRenewal,
    private readonly rules: RenewalRules,
    private readonly renewals: RenewalRepository,
    private readonly record: RecordDenial,
  ) {}

  /**
   * @returns where the renewal stands: `denial_proposed`, or `denied` where the scheme asks for one person
   * @throws DomainError not_found for another body's renewal; renewals.own; renewals.not_now, renewals.already_confirmed;
   * renewals.choose_reasons; input.needs_attention without words to the holder; renewals.kept_apart
   */
  async execute(
    tx: Tx,
    { renewalId, reasons, note: typed }: Denial,
  ): Promise<{ id: string; state: 'denial_proposed' | 'denied' }> {
    const renewal = await this.hold.execute(tx, renewalId, 'propose_denial');
    if (!areDenialReasons(reasons)) throw chooseReasons('Choose at least one reason');
    const note = requireWords('note', typed, 'Write to the person why, and what they can do');
    const { tree, version, today: onDay } = await this.rules.ofHolder(tx, renewal.personId, renewal.number);
    if (tree.met && reasons.includes('requirement_still_needed')) {
      throw chooseReasons('Everything that the renewal asks for is there. Choose what else stands in the way');
    }
    const told = { reasons: [...reasons], note, clauses: clauseByClause(tree), schemeVersionId: version.id, onDay };
    if (deniesByTwo(version.definition)) {
      await this.record.propose(tx, renewal, told);
      return { id: renewalId, state: 'denial_proposed' };
    }
    await this.record.deny(tx, renewal, told);
    return { id: renewalId, state: 'denied' };
  }

  /**
   * The second person: a registrar or a decider who did not propose it.
   * @throws DomainError not_found, renewals.own, renewals.not_now; renewals.two_persons, renewals.kept_apart
   */
  async second(
    tx: Tx,
    { renewalId, word }: { renewalId: string; word: 'agree' | 'object' },
  ): Promise<{ id: string; state: 'denied' | 'submitted' }> {
    const renewal = await this.hold.execute(tx, renewalId, 'object', 'decider');
    const { today: onDay } = await this.rules.ofHolder(tx, renewal.personId, renewal.number);
    if (word === 'object') {
      await this.record.object(tx, renewal, onDay);
      return { id: renewalId, state: 'submitted' };
    }
    const proposal = (await this.renewals.stepsOf(tx, renewalId)).findLast(({ move }) => move === 'propose_denial');
    if (!proposal) throw notNow(renewal.state);
    const { reasons, note, clauses, schemeVersionId } = proposal;
    await this.record.deny(tx, renewal, {
      reasons,
      note: note ?? '',
      clauses,
      schemeVersionId: schemeVersionId ?? '',
      onDay,
    });
    return { id: renewalId, state: 'denied' };
  }
}
