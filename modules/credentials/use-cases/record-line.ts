import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../../src/platform/clock/clock.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { moveTo, type CredentialEventKind, type Term } from '../domain/credential-event.js';
import { registerState } from '../domain/standing.js';
import { surnameKeys } from '../domain/surname.js';
import { changeNotPossible } from '../credentials.errors.js';
import type { CredentialEntity, CredentialEventEntity } from '../persistence/credential.entity.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';

export interface NewLine {
  kind: CredentialEventKind;
  effectiveOn: Temporal.PlainDate;
  publicFrom: Temporal.PlainDate;
  term?: Term;
  stage?: string;
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
  ) {}

  /** @throws DomainError credentials.change.move for a line that the table of moves does not have */
  async execute(tx: Tx, credential: CredentialEntity, input: NewLine): Promise<CredentialEventEntity> {
    const held = await this.credentials.lockState(tx, credential.id);
    const fromStatus = held?.status ?? 'none';
    const toStatus = moveTo(fromStatus, input.kind);
    if (!toStatus) throw changeNotPossible('move');
    const line: CredentialEventEntity = {
      id: this.ids.next(),
      credentialId: credential.id,
      bodyId: credential.bodyId,
      personId: credential.personId,
      kind: input.kind,
      fromStatus,
      toStatus,
      effectiveOn: input.effectiveOn,
      publicFrom: input.publicFrom,
      recordedAt: await this.timeAfter(tx, held?.lastRecordedAt),
      termNumber: input.term?.number ?? null,
      startsOn: input.term?.startsOn ?? null,
      expiresOn: input.term?.expiresOn ?? null,
      stage: input.stage ?? null,
      amends: null,
      reasonCode: input.reason,
      explanation: input.explanation?.trim() || null,
      decidedBy: input.decidedBy,
    };
    const lines = [...(await this.credentials.linesOf(tx, credential.id)), line];
    await this.credentials.addLine(tx, line);
    const holder = input.holder ?? { name: held?.holderName ?? '', language: held?.holderNameLanguage ?? null };
    await this.credentials.writeState(tx, {
      credentialId: credential.id,
      bodyId: credential.bodyId,
      personId: credential.personId,
      schemeCode: credential.schemeCode,
      ...registerState(lines.map(eventOf)),
      holderName: holder.name,
      holderNameLanguage: holder.language,
      surnameKeys: surnameKeys(holder.name, holder.language),
    });
    return line;
  }

  private async timeAfter(tx: Tx, last: Temporal.Instant | undefined): Promise<Temporal.Instant> {
    const now = await this.clock.now(tx.manager);
    if (!last || Temporal.Instant.compare(now, last) > 0) return now;
    return last.add({ milliseconds: 1 });
  }
}
