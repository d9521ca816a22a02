import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { EligibilityTree, SchemeVersion } from '../../schemes/schemes.public.js';
import type { ApplicationScope } from '../domain/application-scope.js';
import { isClosed, type ApplicationMove, type ApplicationState } from '../domain/application-state.js';
import { reasonWords } from '../domain/decision-reasons.js';
import type { ApplicationEntity, ApplicationEventEntity, ExamResultEntity } from '../persistence/application.entity.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';
import { AssessApplication } from './assess-application.js';
import type { InvoiceRow } from './read-invoices.js';
import { ReadWork, type Happening, type LimitShown, type WaiverShown } from './read-work.js';

export interface ApplicationOverview {
  id: string;
  state: ApplicationState;
  stateSince: Temporal.Instant;
  closed: boolean;
  /** The rules it is held against, by their first day; `version` is their name in files and in JSON. */
  scheme: { code: string; title: string; version: string; effectiveFrom: Temporal.PlainDate };
  /** What it asks for, where the scheme has stages, other ways or endorsements. */
  scope: ApplicationScope;
  body: { id: string; name: string; contactEmail: string; timeZone: string };
  begunOn: Temporal.PlainDate;
  /** Last day before it closes by itself while it is the person's turn; null without such a rule. */
  closesOn: Temporal.PlainDate | null;
  /** Day by which the body decides, once sent; null where the scheme publishes none. */
  decisionBy: Temporal.PlainDate | null;
  /** What the body has promised and not done yet, the earliest first, what stands still last. */
  limits: LimitShown[];
}

export interface StepTaken {
  move: ApplicationMove;
  state: ApplicationState;
  at: Temporal.Instant;
  note: string | null;
  reasons: string[];
  eligibilityHash: string | null;
  actorPersonId: string | null;
}

export interface ExamResult {
  id: string;
  satOn: Temporal.PlainDate;
  score: number;
  passed: boolean;
  /** Percent per domain. */
  domains: Record<string, number>;
  centre: string;
  reference: string;
  /** The earlier result that this one put right. */
  corrects: string | null;
}

export interface ApplicationDetail extends ApplicationOverview {
  steps: StepTaken[];
  examResults: ExamResult[];
  invoices: InvoiceRow[];
  /** Requirements that a registrar set aside, with the reasons. */
  waivers: WaiverShown[];
  /** What happened besides the steps, in no order. */
  happenings: Happening[];
  /** As of today while it is open; as it was at the last step that rested on it once it is closed. */
  eligibility: EligibilityTree | null;
  /** Of a denial: the last day to appeal it, and whether that day is over. */
  appeal: { until: Temporal.PlainDate; isOver: boolean } | null;
}

/** What an application looks like, to its person and to the body. */
@Injectable()
export class ReadApplications {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly rules: ApplicationRules,
    private readonly assess: AssessApplication,
    private readonly work: ReadWork,
  ) {}

  /** The acting person's applications, newest first. */
  async listOwn(tx: Tx): Promise<ApplicationOverview[]> {
    const own = await this.applications.listOwn(tx, personIdOf(tx.actor));
    return inTurn(own, (application) => this.overview(tx, application));
  }

  /** @throws DomainError not_found for another person's application */
  async own(tx: Tx, id: string): Promise<ApplicationDetail> {
    const application = await this.applications.findOwn(tx, personIdOf(tx.actor), id);
    if (!application) throw notFound('this application');
    return this.detail(tx, application);
  }

  /** The same with the rules it is held against, of which a page takes where each clause is worked on. @throws as above */
  async ownWithRules(tx: Tx, id: string): Promise<{ application: ApplicationDetail; rules: SchemeVersion }> {
    const application = await this.applications.findOwn(tx, personIdOf(tx.actor), id);
    if (!application) throw notFound('this application');
    const { version } = await this.rules.of(tx, application);
    return { application: await this.detail(tx, application), rules: version };
  }

  async detail(tx: Tx, application: ApplicationEntity): Promise<ApplicationDetail> {
    const events = await this.applications.eventsOf(tx, application.id);
    const results = await this.applications.examResultsOf(tx, application.id);
    return {
      ...(await this.overview(tx, application)),
      steps: events.map(stepOf),
      examResults: results.map(resultOf),
      ...(await this.work.around(tx, application)),
      appeal: await this.appealOf(tx, application, events),
      eligibility: isClosed(application.state)
        ? ((events.findLast(({ eligibility }) => eligibility !== null)?.eligibility as EligibilityTree | undefined) ??
          null)
        : (await this.assess.execute(tx, application)).tree,
    };
  }

  private async appealOf(
    tx: Tx,
    application: ApplicationEntity,
    events: readonly ApplicationEventEntity[],
  ): Promise<ApplicationDetail['appeal']> {
    const denied = application.state === 'denied' ? events.findLast(({ move }) => move === 'deny') : undefined;
    const until = denied && (await this.rules.appealUntil(tx, application, denied.recordedAt));
    if (!until) return null;
    const { today } = await this.rules.of(tx, application);
    return { until, isOver: isAfter(today, until) };
  }

  async overview(tx: Tx, application: ApplicationEntity): Promise<ApplicationOverview> {
    const { version, body } = await this.rules.of(tx, application);
    const { id, state, stateSince, begunOn, closesOn } = application;
    const limits = await this.work.limits(tx, application);
    return {
      id,
      state,
      stateSince,
      closed: isClosed(state),
      scope: { stage: application.stage, route: application.route, endorsements: application.endorsements },
      scheme: {
        code: version.code,
        title: version.title,
        version: version.version,
        effectiveFrom: version.effectiveFrom,
      },
      body: { id: body.id, name: body.name, contactEmail: body.contactEmail, timeZone: body.timeZone },
      begunOn,
      closesOn,
      decisionBy: limits.find(({ rule }) => rule === 'decision')?.dueOn ?? null,
      limits,
    };
  }
}

function stepOf(event: ApplicationEventEntity): StepTaken {
  const { move, toState: state, recordedAt: at, note, reasonCodes, eligibilityHash, actorPersonId } = event;
  const outcome = move === 'grant' ? 'granted' : 'denied';
  return { move, state, at, note, reasons: reasonWords(outcome, reasonCodes), eligibilityHash, actorPersonId };
}

function resultOf(result: ExamResultEntity): ExamResult {
  const { id, satOn, score, passed, domains, centre, reportReference: reference, corrects } = result;
  return { id, satOn, score, passed, domains, centre, reference, corrects };
}
