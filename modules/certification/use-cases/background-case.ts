import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { backgroundCodes, backgroundProblems, type BackgroundReport } from '../domain/background-result.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRules } from './application-rules.js';
import { BackgroundTrail } from './background-trail.js';
import { OpenCase } from './open-case.js';

/** An application as far as background checks go: which ones it asks for, and what day it is at its body. */
@Injectable()
export class BackgroundCase {
  constructor(
    private readonly cases: OpenCase,
    private readonly rules: ApplicationRules,
    private readonly people: People,
    readonly trail: BackgroundTrail,
  ) {}

  read(tx: Tx, applicationId: string, roles: readonly Role[]): Promise<ApplicationEntity> {
    return this.cases.read(tx, applicationId, roles);
  }

  lock(tx: Tx, applicationId: string, roles: readonly Role[]): Promise<ApplicationEntity> {
    return this.cases.lock(tx, applicationId, roles);
  }

  /** What day it is at the body, and in which zone. */
  async calendar(tx: Tx, application: ApplicationEntity): Promise<{ today: Temporal.PlainDate; timeZone: string }> {
    const { today, body } = await this.rules.of(tx, application);
    return { today, timeZone: body.timeZone };
  }

  async today(tx: Tx, application: ApplicationEntity): Promise<Temporal.PlainDate> {
    return (await this.calendar(tx, application)).today;
  }

  /** The name under which the person writes. */
  async nameOf(tx: Tx, { personId }: ApplicationEntity): Promise<string> {
    return (await this.people.get(tx, personId)).displayName;
  }

  async codes(tx: Tx, application: ApplicationEntity): Promise<string[]> {
    return backgroundCodes((await this.rules.of(tx, application)).version.definition);
  }

  async problems(tx: Tx, application: ApplicationEntity, report: BackgroundReport) {
    return backgroundProblems(report, await this.codes(tx, application), await this.today(tx, application));
  }
}
