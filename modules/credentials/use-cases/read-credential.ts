import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { moveTo, REVERSIBLE, type CredentialEventKind } from '../domain/credential-event.js';
import { CHANGE_KINDS, type ChangeKind } from '../domain/status-change.js';
import type { CredentialEventEntity } from '../persistence/credential.entity.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { FrameChange } from './frame-change.js';
import { ReadRegister, type CredentialSummary } from './read-register.js';

/** Staff who may look into the register. */
export const STAFF: readonly Role[] = ['registrar', 'decider', 'reviewer', 'administrator'];

export interface RegisterLine {
  id: string;
  kind: CredentialEventKind;
  effectiveOn: Temporal.PlainDate;
  publicFrom: Temporal.PlainDate;
  recordedAt: Temporal.Instant;
  reason: string;
  explanation: string | null;
  startsOn: Temporal.PlainDate | null;
  expiresOn: Temporal.PlainDate | null;
  stage: string | null;
  /** Of a reprimand: the last day on which it is told. */
  noteUntil: Temporal.PlainDate | null;
  emergency: boolean;
  /** Whether the acting person may take it back. */
  mayReverse: boolean;
  /** Who decided it, by name. */
  by: string;
}

export interface CredentialDetail extends CredentialSummary {
  body: { name: string; timeZone: string };
  /** The first day on which a decision against the holder may count, by the scheme's notice; null where it has none. */
  noticeEndsOn: Temporal.PlainDate | null;
  /** Newest first. */
  lines: RegisterLine[];
  /** What the acting person may do now. */
  may: ChangeKind[];
}

/** One credential with its history, for staff of its body. */
@Injectable()
export class ReadCredential {
  constructor(
    private readonly register: ReadRegister,
    private readonly credentials: CredentialRepository,
    private readonly people: People,
    private readonly frame: FrameChange,
  ) {}

  /** @throws DomainError not_found for another body's credential */
  async execute(tx: Tx, number: string): Promise<CredentialDetail> {
    const credential = await this.register.byNumber(tx, number);
    if (!organizationsOf(tx.actor, ...STAFF).includes(credential.bodyId)) throw notFound('this credential');
    const summary = (await this.register.ofPerson(tx, credential.personId)).find(
      ({ credentialId }) => credentialId === credential.id,
    );
    if (!summary) throw notFound('this credential');
    const rows = await this.credentials.linesOf(tx, credential.id);
    const people = await this.people.getAll(
      tx,
      rows.map(({ decidedBy }) => decidedBy),
    );
    const { status } = await this.credentials.stateOf(tx, credential.id);
    const isRegistrar = organizationsOf(tx.actor, 'registrar').includes(credential.bodyId);
    const isOwn = tx.actor.kind === 'person' && tx.actor.personId === credential.personId;
    const lines = rows.map(eventOf);
    const { body, noticeEndsOn } = await this.frame.execute(tx, credential, lines);
    const reversed = new Set(rows.filter(({ kind }) => kind === 'reversed').map(({ amends }) => amends));
    const mayReverse = ({ id, kind, decidedBy }: CredentialEventEntity) =>
      isRegistrar &&
      !isOwn &&
      !reversed.has(id) &&
      decidedBy !== personIdOf(tx.actor) &&
      REVERSIBLE.some((reversible) => reversible === kind);
    return {
      ...summary,
      body,
      noticeEndsOn,
      lines: rows.toReversed().map((row) => {
        const { id, kind, effectiveOn, publicFrom, recordedAt, reasonCode, explanation, startsOn, expiresOn } = row;
        const { stage, noteUntil, emergency } = row;
        const by = people.get(row.decidedBy)?.displayName ?? '';
        const dates = { effectiveOn, publicFrom, recordedAt, startsOn, expiresOn };
        const told = { reason: reasonCode, explanation, stage, noteUntil, emergency, by };
        return { id, kind, ...dates, ...told, mayReverse: mayReverse(row) };
      }),
      may: isRegistrar && !isOwn ? CHANGE_KINDS.filter((kind) => moveTo(status, kind) !== null) : [],
    };
  }
}
