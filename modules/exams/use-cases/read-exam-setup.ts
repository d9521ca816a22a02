import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import { dateIn, isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { ItemBank, type ClosedStudy, type ItemCandidate } from '../../item-bank/item-bank.public.js';
import { Organizations, type OrganizationSummary } from '../../organizations/organizations.public.js';
import { Schemes, type SchemeDefinition } from '../../schemes/schemes.public.js';
import { supplyOf, type Supply } from '../domain/supply.js';
import { noExamInScheme } from '../exams.errors.js';

export type ExamRules = NonNullable<SchemeDefinition['exam']>;

/** A scheme with an exam, of a body where the actor sets exams up. */
export interface ExamScheme {
  body: OrganizationSummary;
  code: string;
  title: string;
  rules: ExamRules;
}

export interface ExamSetup extends ExamScheme {
  domains: { code: string; title: string }[];
  /** Closed studies, newest first, each with what a form could be drawn from by it. */
  studies: (Pick<ClosedStudy, 'id' | 'title' | 'closedAt' | 'judges'> & { supply: Supply })[];
  /** Items that could be tried out. */
  inPretest: number;
}

/** What an exam can be set up with: the scheme's rules, closed studies, and what the bank has. No word of an item. */
@Injectable()
export class ReadExamSetup {
  constructor(
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
    private readonly bank: ItemBank,
    private readonly competencies: Competencies,
  ) {}

  /** The schemes that hold today and ask for an exam, by title. */
  async schemesToSetUp(tx: Tx): Promise<ExamScheme[]> {
    const found: ExamScheme[] = [];
    const versions = await this.schemes.all(tx);
    for (const bodyId of new Set(organizationsOf(tx.actor, 'psychometrician'))) {
      const body = await this.organizations.get(tx, bodyId);
      const today = dateIn(body.timeZone, tx.now);
      const begun = versions.filter((one) => one.bodyId === bodyId && !isAfter(one.effectiveFrom, today));
      for (const code of new Set(begun.map((one) => one.code))) {
        const { title, definition } = await this.schemes.current(tx, code, today, bodyId);
        if (definition.exam) found.push({ body, code, title, rules: definition.exam });
      }
    }
    return found.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  }

  /** By the codes of the domains. */
  async domainTitles(tx: Tx): Promise<Record<string, string>> {
    return Object.fromEntries((await this.competencies.topics(tx, 'exam')).map(({ code, title }) => [code, title]));
  }

  /** What the scheme of an exam is called by its newest rules, whether or not it runs today. */
  async schemeTitles(tx: Tx): Promise<(exam: { bodyId: string; schemeCode: string }) => string> {
    const keyOf = (bodyId: string, code: string) => `${bodyId} ${code}`;
    const titles = new Map((await this.schemes.all(tx)).map((one) => [keyOf(one.bodyId, one.code), one.title]));
    return ({ bodyId, schemeCode }) => titles.get(keyOf(bodyId, schemeCode)) ?? schemeCode;
  }

  /** Of the body: times are told in it. */
  async zone(tx: Tx, { bodyId }: { bodyId: string }): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  /** What the rules of an exam's scheme say today; null where it runs no more or asks for no exam. */
  async rules(
    tx: Tx,
    { bodyId, schemeCode }: { bodyId: string; schemeCode: string },
  ): Promise<{ title: string; rules: ExamRules } | null> {
    const today = dateIn(await this.zone(tx, { bodyId }), tx.now);
    const versions = (await this.schemes.all(tx)).filter((one) => one.bodyId === bodyId && one.code === schemeCode);
    if (!versions.some(({ effectiveFrom }) => !isAfter(effectiveFrom, today))) return null;
    const { title, definition } = await this.schemes.current(tx, schemeCode, today, bodyId);
    return definition.exam ? { title, rules: definition.exam } : null;
  }

  /** @throws DomainError not_found for another body, or a scheme that it does not run; exams.no_exam_in_scheme */
  async one(tx: Tx, { bodyId, schemeCode }: { bodyId: string; schemeCode: string }): Promise<ExamSetup> {
    if (!organizationsOf(tx.actor, 'psychometrician').includes(bodyId)) throw notFound('this item bank');
    const body = await this.organizations.get(tx, bodyId);
    const { title, definition } = await this.schemes.current(tx, schemeCode, dateIn(body.timeZone, tx.now), bodyId);
    if (!definition.exam) throw noExamInScheme();
    const candidates = await this.bank.candidates(tx, { bodyId });
    const studies = await this.bank.closedStudies(tx, bodyId);
    return {
      body,
      code: schemeCode,
      title,
      rules: definition.exam,
      domains: await this.competencies.topics(tx, 'exam'),
      studies: studies.map(({ versionIds, ...study }) => ({ ...study, supply: judged(candidates, versionIds) })),
      inPretest: candidates.filter(({ state }) => state === 'pretest').length,
    };
  }
}

/** As forms are drawn: in use, and judged by that study. */
function judged(candidates: readonly ItemCandidate[], versionIds: readonly string[]): Supply {
  const ids = new Set(versionIds);
  return supplyOf(candidates.filter(({ state, versionId }) => state === 'active' && ids.has(versionId)));
}
