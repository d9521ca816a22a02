import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { defaultKeepMonths, type CaseFileKind } from '../domain/case-file-kinds.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';

/** From which day and how long a file is kept: from the last thing that was put into it, by its body's rule for the kind. */
@Injectable()
export class FileClock {
  constructor(
    private readonly organizations: Organizations,
    private readonly files: CaseFileRepository,
  ) {}

  /** A clock that starts today, in the body's zone. */
  async of(tx: Tx, bodyId: string, kind: CaseFileKind): Promise<{ keptFrom: Temporal.PlainDate; keepMonths: number }> {
    const keepMonths = (await this.files.keepMonths(tx, bodyId, kind)) ?? defaultKeepMonths(kind);
    return { keptFrom: await this.today(tx, bodyId), keepMonths };
  }

  async today(tx: Tx, bodyId: string): Promise<Temporal.PlainDate> {
    return dateIn((await this.organizations.get(tx, bodyId)).timeZone, tx.now);
  }
}
