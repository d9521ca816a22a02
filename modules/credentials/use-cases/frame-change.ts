import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { Schemes } from '../../schemes/schemes.public.js';
import type { CredentialEvent } from '../domain/credential-event.js';
import { noticeEndsOn } from '../domain/notice.js';
import { reckoningOf } from '../domain/register-state.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';

export interface Frame {
  body: { name: string; timeZone: string };
  /** In the body's zone. */
  today: Temporal.PlainDate;
  /** The first day on which a decision against the holder may count; null where the scheme gives no notice. */
  noticeEndsOn: Temporal.PlainDate | null;
}

/** The day it is for a credential's body, and how much notice its rules give a holder. */
@Injectable()
export class FrameChange {
  constructor(
    private readonly organizations: Organizations,
    private readonly schemes: Schemes,
  ) {}

  async execute(tx: Tx, { bodyId }: CredentialEntity, lines: readonly CredentialEvent[]): Promise<Frame> {
    const { name, timeZone } = await this.organizations.get(tx, bodyId);
    const today = dateIn(timeZone, tx.now);
    const { definition } = await this.schemes.forHolder(tx, reckoningOf(lines).schemeVersionId, today);
    return { body: { name, timeZone }, today, noticeEndsOn: noticeEndsOn(definition, today) };
  }
}
