import { Injectable } from '@nestjs/common';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { AppealRoutes } from '../../conduct/appeals.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { denialWords } from '../domain/denial-reasons.js';
import type { RenewalStepEntity } from '../persistence/renewal-step.entity.js';
import type { RenewalEntity } from '../persistence/renewal.entity.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';

/** What a denial, or the proposal of one, says; dates as ISO text. */
export interface DenialView {
  on: string;
  /** In words. */
  reasons: string[];
  note: string;
  /** Each clause with its outcome, as it was that day. */
  clauses: string[];
}

export interface DecidedDenial extends DenialView {
  /** Null where the scheme allows no appeal of it. */
  appeal: { decisionId: string; fileBy: string; isOpen: boolean } | null;
}

/** Why a renewal was denied, and the way to appeal it. */
@Injectable()
export class ReadDenial {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly routes: AppealRoutes,
    private readonly organizations: Organizations,
  ) {}

  /** Null for a renewal that is not denied (any more). */
  async of(tx: Tx, { id, bodyId, state }: RenewalEntity): Promise<DecidedDenial | null> {
    const step = state === 'denied' ? await this.last(tx, id, 'deny') : undefined;
    if (!step) return null;
    const route = await this.routes.ofRenewal(tx, step.id);
    if (!route?.fileBy) return { ...viewOf(step), appeal: null };
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const isOpen = !isAfter(dateIn(timeZone, tx.now), route.fileBy);
    return { ...viewOf(step), appeal: { decisionId: route.decisionId, fileBy: route.fileBy.toString(), isOpen } };
  }

  /** For a second person; null where none is waited for. */
  async proposal(tx: Tx, { id, state }: RenewalEntity): Promise<(DenialView & { by: string }) | null> {
    const step = state === 'denial_proposed' ? await this.last(tx, id, 'propose_denial') : undefined;
    return step ? { ...viewOf(step), by: step.actorPersonId } : null;
  }

  private async last(tx: Tx, renewalId: string, wanted: RenewalStepEntity['move']) {
    return (await this.renewals.stepsOf(tx, renewalId)).findLast(({ move }) => move === wanted);
  }
}

function viewOf({ onDay, reasons, note, clauses }: RenewalStepEntity): DenialView {
  return { on: onDay?.toString() ?? '', reasons: denialWords(reasons), note: note ?? '', clauses };
}
