import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { DraftTexts } from '../domain/draft-files.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import type { CourseDraftFileEntity } from '../persistence/course-draft-file.entity.js';
import { DraftFileRepository } from '../persistence/draft-file.repository.js';
import { ExamineDraft, type Examination } from './examine-draft.js';

export interface ReadTexts {
  readonly files: readonly CourseDraftFileEntity[];
  readonly texts: DraftTexts;
  readonly examination: Examination;
}

/** The files of a draft at their newest, with what the checks say of them. */
@Injectable()
export class ReadDraftTexts {
  constructor(
    private readonly files: DraftFileRepository,
    private readonly examining: ExamineDraft,
    private readonly organizations: Organizations,
  ) {}

  /** @param typed texts that stand in the place of saved ones, for a look before saving */
  async execute(tx: Tx, draft: CourseDraftEntity, typed: DraftTexts = new Map()): Promise<ReadTexts> {
    const files = await this.files.current(tx, draft.id);
    const texts = new Map([...files.map(({ path, text }) => [path, text] as const), ...typed]);
    return { files, texts, examination: await this.examining.execute(tx, draft, texts) };
  }

  /** The zone in which the draft's organization tells times, and the day it is there. */
  async place(
    tx: Tx,
    { organizationId }: Pick<CourseDraftEntity, 'organizationId'>,
  ): Promise<{ timeZone: string; today: Temporal.PlainDate }> {
    const { timeZone } = await this.organizations.get(tx, organizationId);
    return { timeZone, today: dateIn(timeZone, tx.now) };
  }
}
