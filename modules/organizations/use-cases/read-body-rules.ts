import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { BodySettingCode, BodySettings } from '../domain/body-settings.js';
import type { SupportLine } from '../domain/support-line.js';
import { BodyRulesRepository } from '../persistence/body-rules.repository.js';
import { OrganizationRepository } from '../persistence/organization.repository.js';
import { SupportLineRepository } from '../persistence/support-line.repository.js';

export interface BodyRulesView {
  bodyId: string;
  name: string;
  timeZone: string;
  settings: BodySettings;
  /** Null while the body named none: the one of the whole place holds. */
  supportLine: SupportLine | null;
  changes: { code: BodySettingCode; value: number; reason: string; by: string; at: Temporal.Instant }[];
  holidays: { id: string; onDate: Temporal.PlainDate; name: string }[];
}

/** The settings, their history and the holidays of each body that the actor administers. */
@Injectable()
export class ReadBodyRules {
  constructor(
    private readonly organizations: OrganizationRepository,
    private readonly rules: BodyRulesRepository,
    private readonly lines: SupportLineRepository,
    private readonly people: People,
  ) {}

  async execute(tx: Tx): Promise<BodyRulesView[]> {
    const views: BodyRulesView[] = [];
    for (const bodyId of new Set(organizationsOf(tx.actor, 'administrator'))) {
      const body = await this.organizations.find(tx, bodyId);
      if (body) views.push(await this.view(tx, { bodyId, name: body.name, timeZone: body.timeZone }));
    }
    return views;
  }

  private async view(tx: Tx, body: Pick<BodyRulesView, 'bodyId' | 'name' | 'timeZone'>): Promise<BodyRulesView> {
    const changes = await this.rules.changes(tx, body.bodyId);
    const people = await this.people.getAll(tx, [...new Set(changes.map(({ setBy }) => setBy))]);
    return {
      ...body,
      settings: await this.rules.settings(tx, body.bodyId),
      supportLine: (await this.lines.all(tx)).get(body.bodyId) ?? null,
      changes: changes.map(({ code, value, reason, setBy, recordedAt }) => {
        return { code, value, reason, by: people.get(setBy)?.displayName ?? 'a colleague', at: recordedAt };
      }),
      holidays: (await this.rules.holidays(tx, body.bodyId)).map(({ id, onDate, name }) => ({ id, onDate, name })),
    };
  }
}
