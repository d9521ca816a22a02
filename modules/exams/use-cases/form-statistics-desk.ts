import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { pageOf, PAGE_LENGTH, type Page } from '../../../src/platform/http/paging.js';
import { Outbox } from '../../../src/platform/jobs/outbox.js';
import { ItemBank } from '../../item-bank/item-bank.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { FORM_STATISTICS } from '../domain/statistics/effects.js';
import { StatisticsRepository, type FormLine, type MeasuredForm } from '../persistence/statistics.repository.js';
import { FormKeys } from './form-keys.js';

/** Asks for the statistics of a form anew; they are worked out in the background. */
@Injectable()
export class RequestFormStatistics {
  constructor(
    private readonly rows: StatisticsRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError not_found for another body's form */
  async execute(tx: Tx, { formId }: { formId: string }): Promise<{ formId: string }> {
    const { bodyId } = await ownForm(tx, this.rows, formId);
    await this.outbox.add(tx, { kind: FORM_STATISTICS, payload: { formId }, orderKey: `exam_form ${formId}` });
    const subject = { kind: 'exam_form', id: formId };
    await this.audit.record(tx, { action: 'exams.form.statistics_asked', subject, bodyId });
    return { formId };
  }
}

/** What the statistics of forms say. Items are told by their numbers; no word of one is read. */
@Injectable()
export class ReadFormStatistics {
  constructor(
    private readonly rows: StatisticsRepository,
    private readonly bank: ItemBank,
    private readonly organizations: Organizations,
    private readonly keys: FormKeys,
  ) {}

  /** Forms that somebody has sat, newest first. @param after the id that the page before ended with */
  async list(tx: Tx, after: string | null = null): Promise<Page<FormLine>> {
    const bodies = organizationsOf(tx.actor, 'psychometrician');
    return pageOf(await this.rows.list(tx, bodies, { after, limit: PAGE_LENGTH + 1 }), ({ id }) => [id]);
  }

  /** @throws DomainError not_found for another body's form */
  async one(tx: Tx, formId: string) {
    const form = await ownForm(tx, this.rows, formId);
    const { bodyId } = form;
    const told = await this.rows.newest(tx, formId);
    const versionIds = told?.summary.items.map(({ versionId }) => versionId) ?? [];
    const versions = await this.bank.versions(tx, { bodyId, versionIds });
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const isBehind = (await this.rows.behind(tx, formId)).length > 0;
    const takenOut = await this.keys.notCounted(tx, formId);
    return { form, told, versions, timeZone, isBehind, takenOut };
  }
}

async function ownForm(tx: Tx, rows: StatisticsRepository, formId: string): Promise<MeasuredForm> {
  const form = await rows.form(tx, formId);
  if (!form || !organizationsOf(tx.actor, 'psychometrician').includes(form.bodyId)) throw notFound('this form');
  return form;
}
