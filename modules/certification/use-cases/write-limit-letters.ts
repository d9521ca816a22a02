import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { ApplicationClock, WarningStage } from '../domain/application-clock.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ClockRepository } from '../persistence/clock.repository.js';

/** Writes to whoever can still do something: the reviewer who has the case or all of them, the deciders, the administrators. */
@Injectable()
export class WriteLimitLetters {
  constructor(
    private readonly clocks: ClockRepository,
    private readonly organizations: Organizations,
    private readonly letters: Letters,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async execute(tx: Tx, application: ApplicationEntity, clock: ApplicationClock, stage: WarningStage): Promise<void> {
    const { id: applicationId, bodyId, personId } = application;
    const { rule, dueOn } = clock;
    const id = await this.clocks.warn(tx, { applicationId, bodyId, personId, rule, stage, dueOn });
    if (!id) return; // said before
    const body = await this.organizations.get(tx, bodyId);
    for (const to of await this.addressees(tx, application)) {
      await this.letters.send(tx, {
        kind: 'application-limit',
        identity: `application-limit:${id}:${to}`,
        to: { personId: to },
        bodyId,
        data: {
          ahead: stage === 'ahead',
          lastDay: stage === 'last_day',
          late: stage === 'late',
          on: dueOn.toString(),
          bodyName: body.name,
          link: `${this.config.PUBLIC_URL}/desk/applications/${applicationId}`,
        },
      });
    }
  }

  private async addressees(tx: Tx, { bodyId, state, claimedBy, personId }: ApplicationEntity): Promise<Set<string>> {
    const role = state === 'admitted' ? 'decider' : 'reviewer';
    const inCharge = claimedBy ? [claimedBy] : await this.organizations.staffOf(tx, bodyId, role);
    const all = new Set([...inCharge, ...(await this.organizations.staffOf(tx, bodyId, 'administrator'))]);
    all.delete(personId);
    return all;
  }
}
