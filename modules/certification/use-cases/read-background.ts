import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isClosed } from '../domain/application-state.js';
import { openQuestion, resultToHear, type BackgroundResult } from '../domain/background-result.js';
import { BackgroundRepository } from '../persistence/background.repository.js';
import { BackgroundCase } from './background-case.js';
import { OwnApplication } from './own-application.js';
import { STAFF } from './open-case.js';

export interface BackgroundAnswer {
  askedAt: Temporal.Instant;
  answerUntil: Temporal.PlainDate;
  answeredAt: Temporal.Instant | null;
}

/** What the person is asked, or was asked last. */
export interface OwnBackground {
  answer: BackgroundAnswer | null;
  mayAnswer: boolean;
  /** The body's. */
  timeZone: string;
}

export interface BackgroundAtDesk {
  applicationId: string;
  codes: string[];
  checks: {
    id: string;
    code: string;
    result: BackgroundResult;
    provider: string;
    reference: string;
    checkedOn: Temporal.PlainDate;
    /** A later result took its place. */
    replaced: boolean;
    answer: BackgroundAnswer | null;
  }[];
  /** The sealed file with the answers, for its readers. */
  caseFileId: string | null;
  today: Temporal.PlainDate;
  timeZone: string;
  may: { record: boolean; ask: boolean };
}

/** Background results of a case as facts, and whether the person was heard; to the person: what they may answer. */
@Injectable()
export class ReadBackground {
  constructor(
    private readonly background: BackgroundCase,
    private readonly checks: BackgroundRepository,
    private readonly own: OwnApplication,
  ) {}

  /** @throws DomainError not_found for another body's application */
  async atDesk(tx: Tx, applicationId: string): Promise<BackgroundAtDesk> {
    const application = await this.background.read(tx, applicationId, STAFF);
    const checks = await this.checks.checksOf(tx, application.id);
    const answers = await this.checks.answersOf(tx, application.id);
    const replaced = new Set(checks.map(({ corrects }) => corrects));
    const rows = checks.map(({ id, code, result, provider, reference, checkedOn }) => {
      const answer = answers.find(({ backgroundCheckId }) => backgroundCheckId === id) ?? null;
      return { id, code, result, provider, reference, checkedOn, replaced: replaced.has(id), answer };
    });
    const holds = (...roles: ('registrar' | 'reviewer')[]) =>
      organizationsOf(tx.actor, ...roles).includes(application.bodyId) && !isClosed(application.state);
    const toHear = resultToHear(checks);
    const isAsked = answers.some(({ backgroundCheckId }) => backgroundCheckId === toHear?.id);
    return {
      applicationId: application.id,
      codes: await this.background.codes(tx, application),
      checks: rows,
      caseFileId: answers.find(({ caseFileId }) => caseFileId)?.caseFileId ?? null,
      ...(await this.background.calendar(tx, application)),
      may: {
        record: holds('registrar'),
        ask: holds('registrar', 'reviewer') && toHear !== null && !isAsked,
      },
    };
  }

  /** What the acting person is asked, or was. @throws DomainError not_found for another person's application */
  async ofOwn(tx: Tx, applicationId: string): Promise<OwnBackground> {
    const application = await this.own.read(tx, applicationId);
    const questions = await this.checks.answersOf(tx, application.id);
    const { today, timeZone } = await this.background.calendar(tx, application);
    const open = openQuestion(questions, today);
    const mayAnswer = open !== null && !isClosed(application.state);
    return { answer: open ?? questions.at(-1) ?? null, mayAnswer, timeZone };
  }
}
