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

/** The day it is for a credential's body, and how much notice its rules give a holder. */
@Injectable()
export class FrameChange {
  constructor(
    private readonly organizations: Organizations,
    private readonly schemes: Schemes,
  ) {}

  async execute(
    tx: Tx,
    { bodyId }: CredentialEntity,
    lines: readonly CredentialEvent[],
  ): Promise<{ today: Temporal.PlainDate; noticeEndsOn: Temporal.PlainDate | null }> {
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const today = dateIn(timeZone, tx.now);
    const { definition } = await this.schemes.forHolder(tx, reckoningOf(lines).schemeVersionId, today);
    return { today, noticeEndsOn: noticeEndsOn(definition, today) };
  }
}
