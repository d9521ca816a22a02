import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { WorkCalendar } from '../../../src/kernel/time-limit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { Schemes, type SchemeDefinition } from '../../schemes/schemes.public.js';
import { conductTerms, type ConductTerms } from '../domain/conduct-terms.js';

export interface Rules {
  body: OrganizationSummary;
  today: Temporal.PlainDate;
  calendar: WorkCalendar;
  definition: SchemeDefinition;
  terms: ConductTerms;
  schemeTitle: string;
}

/** Which periods a case follows, whose calendar, and what day it is there. */
@Injectable()
export class ConductRules {
  constructor(
    private readonly organizations: Organizations,
    private readonly bodies: BodyRules,
    private readonly schemes: Schemes,
  ) {}

  async of(tx: Tx, { bodyId, schemeVersionId }: { bodyId: string; schemeVersionId: string }): Promise<Rules> {
    const body = await this.organizations.get(tx, bodyId);
    const version = await this.schemes.version(tx, schemeVersionId);
    return {
      body,
      today: dateIn(body.timeZone, tx.now),
      calendar: await this.bodies.calendar(tx, bodyId),
      definition: version.definition,
      terms: conductTerms(version.definition),
      schemeTitle: version.title,
    };
  }

  /** What day it is at a body. */
  async today(tx: Tx, bodyId: string): Promise<Temporal.PlainDate> {
    return dateIn((await this.organizations.get(tx, bodyId)).timeZone, tx.now);
  }

  /** The version that the holder of a credential is under today. */
  async versionOfHolder(tx: Tx, credential: { bodyId: string; schemeVersionId: string }): Promise<string> {
    const today = await this.today(tx, credential.bodyId);
    return (await this.schemes.forHolder(tx, credential.schemeVersionId, today)).id;
  }
}
