import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { Eligibility, neededMinutes, Schemes } from '../../schemes/schemes.public.js';
import { countedHours, sectionsKeptApart } from '../domain/counted-hours.js';

export interface Weighed {
  /** The day of the sitting that was passed; null where none was asked, or the exam was waived. */
  examPassedOn: Temporal.PlainDate | null;
  /** Minutes by fact that no other credential may count again; empty where no scheme asks for different hours. */
  counted: Record<string, number>;
}

/** What a grant rests on, as far as the register has to remember it. */
@Injectable()
export class WeighGrant {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly schemes: Schemes,
  ) {}

  async execute(tx: Tx, grant: ApplicationGranted): Promise<Weighed> {
    const { schemeVersionId, schemeCode, personId } = grant;
    const onDate = Temporal.PlainDate.from(grant.decidedOn);
    const asked = {
      stage: grant.stage ?? undefined,
      route: grant.route === 'reciprocity' ? ('reciprocity' as const) : undefined,
      endorsements: grant.endorsements ?? undefined,
    };
    const tree = await this.eligibility.evaluate(tx, { schemeVersionId, personId, onDate, ...asked });
    const exam = tree.clauses.find(({ id, state }) => id === 'exam' && state === 'met');
    const sections = sectionsKeptApart(await this.schemes.all(tx), schemeCode);
    return {
      examPassedOn: exam?.counted.at(-1)?.occurredOn ?? null,
      counted: countedHours(tree, sections, neededMinutes),
    };
  }
}
