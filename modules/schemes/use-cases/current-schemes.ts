import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { versionOn, type SchemeVersion } from '../domain/scheme-version.js';
import { SchemeVersionRepository } from '../persistence/scheme-version.repository.js';

export interface CurrentScheme {
  readonly version: SchemeVersion;
  readonly body: OrganizationSummary;
  /** Today in the body's zone. */
  readonly onDate: Temporal.PlainDate;
}

/** Every scheme that somebody can apply under today, each in the version that covers the day in its body's zone. */
@Injectable()
export class CurrentSchemes {
  constructor(
    private readonly versions: SchemeVersionRepository,
    private readonly organizations: Organizations,
  ) {}

  /** @returns by body, then title */
  async execute(tx: Tx): Promise<CurrentScheme[]> {
    const all = await this.versions.all(tx);
    const current: CurrentScheme[] = [];
    for (const body of await this.organizations.bodies(tx)) {
      const onDate = dateIn(body.timeZone, tx.now);
      const own = all.filter(({ bodyId }) => bodyId === body.id);
      for (const code of new Set(own.map((version) => version.code))) {
        const version = versionOn(
          own.filter((one) => one.code === code),
          onDate,
        );
        if (version) current.push({ version, body, onDate });
      }
    }
    return current.sort(
      (a, b) => a.body.name.localeCompare(b.body.name) || a.version.title.localeCompare(b.version.title),
    );
  }
}
