import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn, isBefore } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { BodyRules } from '../../organizations/body-rules.public.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { Schemes, type SchemeVersion } from '../../schemes/schemes.public.js';
import { schemeNotOffered, schemeWithdrawn } from '../certification.errors.js';
import { appealUntil } from '../domain/appeal-route.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { SchemeWithdrawalRepository } from '../persistence/scheme-withdrawal.repository.js';

export interface Rules {
  /** The scheme version that the application began under. */
  version: SchemeVersion;
  body: OrganizationSummary;
  /** The calendar date it is for the body. */
  today: Temporal.PlainDate;
}

/** Whose rules an application follows, which ones, and what day it is there. */
@Injectable()
export class ApplicationRules {
  constructor(
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
    private readonly withdrawals: SchemeWithdrawalRepository,
    private readonly bodies: BodyRules,
  ) {}

  /**
   * The rules that a scheme has today.
   * @param bodyId needed only where several bodies run a scheme of that code
   * @throws DomainError where nothing of that code can be applied for today, or several bodies run it
   */
  async offered(tx: Tx, schemeCode: string, bodyId?: string): Promise<Rules> {
    const offers = (await this.schemes.all(tx)).filter(({ code }) => code === schemeCode);
    const offer = offers.find((version) => !bodyId || version.bodyId === bodyId);
    if (!offer) throw schemeNotOffered(schemeCode);
    const body = await this.organizations.get(tx, offer.bodyId);
    const today = dateIn(body.timeZone, tx.now);
    const rules = { body, today, version: await this.schemes.current(tx, schemeCode, today, bodyId) };
    await this.requireOffered(tx, rules);
    return rules;
  }

  /** @throws DomainError certification.scheme_withdrawn where its body takes no new applications under it any more */
  async requireOffered(tx: Tx, { version, today }: Pick<Rules, 'version' | 'today'>): Promise<void> {
    const { bodyId, code, title } = version;
    const withdrawn = await this.withdrawals.of(tx, bodyId, code);
    if (withdrawn && !isBefore(today, withdrawn.withdrawnFrom)) throw schemeWithdrawn(title, withdrawn.withdrawnFrom);
  }

  /** The schemes that can be applied for, each once; of these bodies, or of all. */
  async schemesOf(tx: Tx, bodyIds?: readonly string[]): Promise<{ code: string; title: string; bodyId: string }[]> {
    const versions = (await this.schemes.all(tx)).filter(({ bodyId }) => !bodyIds || bodyIds.includes(bodyId));
    const latest = new Map(versions.map(({ code, title, bodyId }) => [`${bodyId} ${code}`, { code, title, bodyId }]));
    return [...latest.values()];
  }

  /** The same without those that take no new applications today. */
  async offers(tx: Tx): Promise<{ code: string; title: string; bodyId: string }[]> {
    const ended = new Set<string>();
    for (const { bodyId, schemeCode, withdrawnFrom } of await this.withdrawals.all(tx)) {
      const { timeZone } = await this.organizations.get(tx, bodyId);
      if (!isBefore(dateIn(timeZone, tx.now), withdrawnFrom)) ended.add(`${bodyId} ${schemeCode}`);
    }
    return (await this.schemesOf(tx)).filter(({ bodyId, code }) => !ended.has(`${bodyId} ${code}`));
  }

  /** The last day on which a denial of this moment may be appealed; null where the scheme allows no appeal of it. */
  async appealUntil(
    tx: Tx,
    application: ApplicationEntity,
    deniedAt: Temporal.Instant,
  ): Promise<Temporal.PlainDate | null> {
    const { version } = await this.of(tx, application);
    return appealUntil(version.definition, 'denial', deniedAt, await this.bodies.calendar(tx, application.bodyId));
  }

  async of(tx: Tx, { bodyId, schemeVersionId }: Pick<ApplicationEntity, 'bodyId' | 'schemeVersionId'>): Promise<Rules> {
    const body = await this.organizations.get(tx, bodyId);
    const version = await this.schemes.version(tx, schemeVersionId);
    return { version, body, today: dateIn(body.timeZone, tx.now) };
  }
}
