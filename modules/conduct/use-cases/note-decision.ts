import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Register } from '../../credentials/credentials.public.js';
import { appealUntil } from '../../certification/certification.public.js';
import type { DecisionKind } from '../domain/words.js';
import type { AppealableDecisionEntity } from '../persistence/appeal.entity.js';
import { AppealRepository } from '../persistence/appeal.repository.js';
import { SanctionRepository } from '../persistence/sanction.repository.js';
import { ConductRules } from './conduct-rules.js';

interface Denial {
  bodyId: string;
  personId: string;
  applicationId: string;
  decisionId: string;
  schemeVersionId: string;
  decidedOn: string;
}

interface Line {
  bodyId: string;
  personId: string;
  credentialId: string;
  eventId: string;
  kind: 'reprimand' | 'suspension' | 'revocation';
}

/** The rows a decision is found in. */
@Injectable()
export class DecisionShelf {
  constructor(
    readonly appeals: AppealRepository,
    readonly sanctions: SanctionRepository,
    readonly ids: Ids,
  ) {}
}

/** Keeps each decision that can be appealed, with the last day for it, as it is taken. */
@Injectable()
export class NoteDecision {
  constructor(
    private readonly shelf: DecisionShelf,
    private readonly register: Register,
    private readonly rules: ConductRules,
  ) {}

  async denial(
    tx: Tx,
    { applicationId, decisionId, schemeVersionId, bodyId, personId, decidedOn }: Denial,
  ): Promise<void> {
    const of = { bodyId, personId, schemeVersionId, decidedOn: Temporal.PlainDate.from(decidedOn) };
    await this.add(tx, 'denial', { ...of, applicationId, decisionId });
  }

  /** A registrar's line; one that a complaint led to has its route of appeal since it was decided. */
  async line(tx: Tx, { bodyId, personId, credentialId, eventId, kind }: Line): Promise<void> {
    if (await this.shelf.sanctions.awaitsLine(tx, credentialId)) return;
    const held = await this.register.credentialsOf(tx, personId);
    const credential = held.find((one) => one.credentialId === credentialId);
    if (!credential) return;
    const schemeVersionId = await this.rules.versionOfHolder(tx, credential);
    const { today } = await this.rules.of(tx, { bodyId, schemeVersionId });
    await this.add(tx, kind, { bodyId, personId, schemeVersionId, decidedOn: today, credentialEventId: eventId });
  }

  /** @returns the decision's id and the last day to appeal it, null where the scheme allows none */
  async renewalDenial(
    tx: Tx,
    denial: Pick<AppealableDecisionEntity, 'bodyId' | 'personId' | 'schemeVersionId' | 'decidedOn'> & {
      renewalStepId: string;
    },
  ): Promise<AppealableDecisionEntity> {
    return this.add(tx, 'renewal_denial', denial);
  }

  private async add(
    tx: Tx,
    kind: DecisionKind,
    decided: Pick<AppealableDecisionEntity, 'bodyId' | 'personId' | 'schemeVersionId' | 'decidedOn'> &
      Partial<AppealableDecisionEntity>,
  ): Promise<AppealableDecisionEntity> {
    const { definition, calendar } = await this.rules.of(tx, decided);
    const decision: AppealableDecisionEntity = {
      id: this.shelf.ids.next(),
      kind,
      applicationId: null,
      decisionId: null,
      credentialEventId: null,
      sanctionId: null,
      renewalStepId: null,
      fileBy: appealUntil(definition, kind, tx.now, calendar),
      createdAt: tx.now,
      ...decided,
    };
    await this.shelf.appeals.addDecision(tx, decision);
    return decision;
  }
}
