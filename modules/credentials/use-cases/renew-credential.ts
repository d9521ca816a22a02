import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Schemes, stageAfter, stageOf, termEnd } from '../../schemes/schemes.public.js';
import { notRenewable, ownCredential, stageNotRenewed } from '../credentials.errors.js';
import { moveTo, type Term } from '../domain/credential-event.js';
import { reckoningOf } from '../domain/register-state.js';
import { nextTerm, termFrom } from '../domain/term.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { OpenTerm } from './open-term.js';
import { WeighRenewal } from './weigh-renewal.js';

export interface Renewal {
  credentialId: string;
  decidedBy: string;
  /** A code of the caller's. */
  reason: string;
  /** The day of the decision, in the body's zone. */
  onDate: Temporal.PlainDate;
  /** Whether terms are counted anew from that day, as after a reinstatement where the scheme says so. */
  newAnchor?: boolean;
}

/**
 * Opens the next term of a credential, by the periods of the scheme version it was granted under: from its anchor, or from
 * the day of the decision after a reinstatement. Only the last stage is renewed; an earlier one goes on to the next.
 */
@Injectable()
export class RenewCredential {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly schemes: Schemes,
    private readonly openTerm: OpenTerm,
    private readonly weigh: WeighRenewal,
  ) {}

  /**
   * @throws DomainError credentials.not_renewable for one that has ended by a decision; credentials.stage_not_renewed for a
   * stage that another one follows
   */
  async execute(
    tx: Tx,
    { credentialId, decidedBy, reason, onDate, newAnchor = false }: Renewal,
  ): Promise<{ eventId: string; term: Term }> {
    const credential = await this.credentials.get(tx, credentialId);
    if (decidedBy === credential.personId) throw ownCredential();
    const state = await this.credentials.lockState(tx, credentialId);
    if (!state || !moveTo(state.status, 'renewed')) throw notRenewable();
    const last = reckoningOf((await this.credentials.linesOf(tx, credentialId)).map(eventOf));
    const { schemeVersionId, anchor, term } = last;
    const { definition } = await this.schemes.version(tx, schemeVersionId);
    const stage = stageOf(definition, last.stage).code;
    if (stageAfter(definition, stage)) throw stageNotRenewed();
    const anchorOn = newAnchor ? onDate : anchor.on;
    const ends = (n: number) => termEnd(definition, { stage, anchorOn, n });
    const opened = newAnchor
      ? termFrom(anchorOn, onDate, { number: term.number + 1, ends })
      : nextTerm(last, onDate, ends);
    const counted = await this.weigh.execute(tx, credential, { schemeVersionId, term, onDate });
    const line = await this.openTerm.execute(tx, credential, {
      kind: 'renewed',
      ...opened,
      stage,
      decidedOn: onDate,
      decidedBy,
      reason,
      schemeVersionId,
      counted,
    });
    return { eventId: line.id, term: opened.term };
  }
}
