import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../src/platform/clock/clock.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Schemes } from '../../schemes/schemes.public.js';
import { credentialMoves, type CredentialEventKind, type Term, type TermAnchor } from '../domain/credential-event.js';
import type { PublicTier } from '../domain/lapse.js';
import { registerState } from '../domain/register-state.js';
import type { DecidedStatus } from '../domain/status.js';
import { surnameKeys } from '../domain/surname.js';
import { changeNotPossible } from '../credentials.errors.js';
import type { CredentialEntity, CredentialEventEntity } from '../persistence/credential.entity.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';

export interface NewLine {
  kind: CredentialEventKind;
  effectiveOn: Temporal.PlainDate;
  publicFrom: Temporal.PlainDate;
  term?: Term;
  anchor?: TermAnchor;
  stage?: string;
  /** The rules from this line on. */
  schemeVersionId?: string | null;
  /** The rules its term is opened under: they say what is told of it once it has ended. */
  termUnder?: string;
  grant?: { applicationId: string; decisionId: string };
  endorsements?: readonly string[] | null;
  extensionNumber?: number;
  /** Of a reprimand: the last day on which it is told. */
  noteUntil?: Temporal.PlainDate | null;
  /** Takes effect before the notice that the scheme gives. */
  emergency?: boolean;
  /** The line that a reversal takes back. */
  amends?: string;
  reason: string;
  explanation?: string | null;
  decidedBy: string;
  /** The name on the document that goes with the line; the earlier one stays when absent. */
  holder?: { name: string; language: string | null };
}

/**
 * Writes one line of the register and what it makes of the credential: the one way either changes. The credential is held
 * meanwhile and the time is read after that, so that lines rise strictly even when clocks of two processes differ.
 */
@Injectable()
export class RecordLine {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly schemes: Schemes,
  ) {}

  /** @throws DomainError credentials.change.move for a line that the table of moves does not have */
  async execute(tx: Tx, credential: CredentialEntity, input: NewLine): Promise<CredentialEventEntity> {
    const held = await this.credentials.lockState(tx, credential.id);
    const fromStatus: DecidedStatus | 'none' = held?.status ?? 'none';
    if (!credentialMoves[input.kind].some(([from]) => from === fromStatus)) throw changeNotPossible('move');
    const recordedAt = await this.timeAfter(tx, held?.lastRecordedAt);
    const lapse = await this.lapseOf(tx, input);
    const line = { ...lineOf(credential, input), id: this.ids.next(), fromStatus, recordedAt, lapse };
    const before = (await this.credentials.linesOf(tx, credential.id)).map(eventOf);
    const state = registerState([...before, eventOf(line)]);
    const written: CredentialEventEntity = { ...line, toStatus: state.status };
    await this.credentials.addLine(tx, written);
    const holder = input.holder ?? { name: held?.holderName ?? '', language: held?.holderNameLanguage ?? null };
    await this.credentials.writeState(tx, {
      credentialId: credential.id,
      bodyId: credential.bodyId,
      personId: credential.personId,
      schemeCode: credential.schemeCode,
      ...state,
      holderName: holder.name,
      holderNameLanguage: holder.language,
      surnameKeys: surnameKeys(holder.name, holder.language),
    });
    return written;
  }

  /** Null where every tier says `expired`, as nearly all schemes do. */
  private async lapseOf(tx: Tx, { termUnder }: NewLine): Promise<PublicTier[] | null> {
    if (termUnder === undefined) return null;
    const { tiers } = (await this.schemes.version(tx, termUnder)).definition.lapse;
    if (tiers.every(({ public_status }) => public_status === 'expired')) return null;
    return tiers.map(({ to, public_status }) => ({ to, public_status }));
  }

  private async timeAfter(tx: Tx, last: Temporal.Instant | undefined): Promise<Temporal.Instant> {
    const now = await this.clock.now(tx.manager);
    if (!last || Temporal.Instant.compare(now, last) > 0) return now;
    return last.add({ milliseconds: 1 });
  }
}

function lineOf({ id, bodyId, personId }: CredentialEntity, input: NewLine) {
  return {
    credentialId: id,
    bodyId,
    personId,
    kind: input.kind,
    effectiveOn: input.effectiveOn,
    publicFrom: input.publicFrom,
    termNumber: input.term?.number ?? null,
    startsOn: input.term?.startsOn ?? null,
    expiresOn: input.term?.expiresOn ?? null,
    anchorOn: input.anchor?.on ?? null,
    anchorTerm: input.anchor?.n ?? null,
    stage: input.stage ?? null,
    schemeVersionId: input.schemeVersionId ?? null,
    applicationId: input.grant?.applicationId ?? null,
    decisionId: input.grant?.decisionId ?? null,
    endorsements: input.endorsements ? [...input.endorsements] : null,
    extensionNumber: input.extensionNumber ?? null,
    noteUntil: input.noteUntil ?? null,
    emergency: input.emergency ?? false,
    amends: input.amends ?? null,
    reasonCode: input.reason,
    explanation: input.explanation?.trim() || null,
    decidedBy: input.decidedBy,
  };
}
