import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../../src/kernel/dates.js';
import type { ClockStart } from '../definition/prerequisites.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { Prerequisite, SchemeDefinition } from '../scheme-definition.js';
import { practiceStage, stageBefore, stageOf, supervisionStage } from '../stages.js';
import type { Assessment, EvaluatedScheme, EvaluationOptions } from './assessment.js';
import { cadenceClause } from './cadence.clause.js';
import type { CandidateFacts } from './candidate-facts.js';
import { partOf } from './clause-of.js';
import { certifiedOn } from './credential-history.js';
import { countedAttempts, remediationAfter, type CountedAttempts, type ExamRule } from './exam-attempts.js';
import { examClause } from './exam.clause.js';
import { HoursBook, type HoursAsked } from './hours-book.js';
import { remediationRule, type HoursKind } from './hours-requirement.js';
import type { HoursRule } from './hours-rule.js';
import { practiceRule } from './practice-rule.js';
import { hoursAskedBy, prerequisiteClause } from './prerequisite.clause.js';
import { reciprocityClauses, reciprocityHours } from './reciprocity.js';
import { countsAsSupervision, supervisionMinutes, supervisionRule } from './supervision-rule.js';
import { trainingRule } from './training-rule.js';
import { wholeClause } from './whole.clause.js';

/** The rules of one stage, on one route, held against one person's evidence. */
export class StageRules {
  private readonly definition: SchemeDefinition;
  private readonly assessment: Assessment;
  private readonly hours: HoursBook;
  private readonly elsewhere: boolean;
  private readonly stage: string;

  constructor(
    scheme: EvaluatedScheme,
    private readonly facts: CandidateFacts,
    private readonly onDate: Temporal.PlainDate,
    options: EvaluationOptions & { readonly stage: string },
  ) {
    this.stage = options.stage;
    this.definition = scheme.definition;
    this.elsewhere = options.route === 'reciprocity';
    const { timeZone = 'UTC', definition, bodyId } = scheme;
    const clock = (event: ClockStart) => this.clockOf(event);
    this.assessment = { definition, facts, onDate, bodyId, timeZone, options, clock };
    this.hours = new HoursBook((kind) => this.hoursAsked(kind), facts, onDate);
  }

  /** In the order of the scheme: requirements, training, practice, supervision, exam. */
  clauses(): Clause<Message>[] {
    const { assessment, hours, definition } = this;
    const clauses = this.requirements()
      .filter(({ whole }) => whole === undefined)
      .map(({ rule }) => prerequisiteClause(rule, assessment, hours));
    clauses.push(...this.endorsementClauses());
    if (this.elsewhere) clauses.push(...reciprocityClauses(assessment, hours));
    else {
      for (const kind of ['training', 'practice', 'supervision'] as const) {
        const clause = hours.clause(kind, kind);
        if (clause) clauses.push(clause);
      }
    }
    if (definition.exam && this.isAsked(stageOf(definition, definition.exam))) {
      const remediation = hours.clause('training', 'exam_remediation');
      if (remediation) clauses.push(remediation);
      clauses.push(examClause(definition.exam, assessment, remediation));
    }
    return clauses;
  }

  /** The sittings that count, after the training that was asked between them. */
  countedSittings(exam: ExamRule): CountedAttempts {
    const remediation = this.hours.clause('training', 'exam_remediation');
    const done = remediation?.state === 'met' ? (remediation.earliestOn ?? undefined) : undefined;
    return countedAttempts(exam, this.assessment, done);
  }

  private isAsked(stage: string): boolean {
    return stage === this.stage;
  }

  /** Requirements of this stage, those of the chosen endorsements within their whole. */
  private requirements(): { rule: Prerequisite; whole?: string }[] {
    const { definition } = this;
    const chosen = this.assessment.options.endorsements ?? [];
    return [
      ...definition.prerequisites.map((rule) => ({ rule })),
      ...definition.endorsements.flatMap((one) =>
        typeof one !== 'string' && chosen.includes(one.code)
          ? one.requires.map((rule) => ({ rule, whole: one.code }))
          : [],
      ),
    ].filter(({ rule }) => this.isAsked(stageOf(definition, rule)));
  }

  private endorsementClauses(): Clause<Message>[] {
    const within = this.requirements().filter(({ whole }) => whole !== undefined);
    return [...new Set(within.flatMap(({ whole }) => whole ?? []))].map((code) =>
      wholeClause(
        code,
        within
          .filter(({ whole }) => whole === code)
          .map(({ rule }) => prerequisiteClause(rule, this.assessment, this.hours, code)),
      ),
    );
  }

  private hoursAsked(kind: HoursKind): HoursAsked {
    const { assessment } = this;
    const { rules, choices } = hoursAskedBy(this.requirements(), kind, assessment);
    const main = this.elsewhere ? reciprocityHours(kind, assessment) : this.mainRule(kind);
    return { rules: [...main, ...rules, ...(kind === 'training' ? this.remediation() : [])], choices };
  }

  private mainRule(kind: HoursKind): HoursRule[] {
    const { definition, assessment } = this;
    const { training, practice, supervision } = definition;
    if (kind === 'training' && training && this.isAsked(stageOf(definition, training))) {
      return [trainingRule(training, assessment)];
    }
    if (kind === 'practice' && practice && this.isAsked(practiceStage(definition))) {
      return [practiceRule(practice, assessment)];
    }
    return kind === 'supervision' && supervision ? this.supervision(supervision) : [];
  }

  /** The hours in the stage that asks for them; the cadence of a stage when it is left for the next. */
  private supervision(rule: NonNullable<SchemeDefinition['supervision']>): HoursRule[] {
    const { definition, assessment } = this;
    const asksHours =
      this.isAsked(supervisionStage(definition)) &&
      (supervisionMinutes(definition) > 0 || rule.must_cover_domains === true);
    const before = stageBefore(definition, this.stage);
    const began = before === undefined ? undefined : certifiedOn(this.facts, definition.id, before);
    const advanced = certifiedOn(this.facts, definition.id, this.stage);
    const ended = advanced && isBefore(advanced, this.onDate) ? advanced : this.onDate;
    const cadences = (rule.cadence ?? [])
      .filter(({ stage }) => stage === before)
      .map((cadence) => {
        const bars = countsAsSupervision(rule, assessment);
        const time = { began, ended, onDate: this.onDate };
        return partOf('supervision', cadenceClause(cadence, this.facts.get('supervision') ?? [], bars, time));
      });
    if (asksHours) return [supervisionRule(rule, assessment, cadences)];
    if (cadences.length === 0) return [];
    return [{ ...supervisionRule(rule, assessment, cadences), need: 0, buckets: [], otherTopicsCount: true }];
  }

  private remediation(): HoursRule[] {
    const { definition, assessment } = this;
    const { exam } = definition;
    if (!exam?.remediation || !this.isAsked(stageOf(definition, exam))) return [];
    const after = remediationAfter(exam, assessment);
    return after ? [remediationRule(exam.remediation.training_hours, after)] : [];
  }

  private clockOf(event: ClockStart): Temporal.PlainDate | undefined {
    switch (event) {
      case 'initial_certification':
        return certifiedOn(this.facts, this.definition.id);
      case 'application':
        return this.assessment.options.appliedOn;
      case 'training_completed':
        return this.trainingCompletedOn();
      case 'exam_passed': {
        const { exam } = this.definition;
        if (!exam) return undefined;
        return this.countedSittings(exam).attempts.find(({ passed }) => passed)?.ref.occurredOn;
      }
    }
  }

  /** Training may belong to an earlier stage than the rule that waits for it: it is then read by itself. */
  private trainingCompletedOn(): Temporal.PlainDate | undefined {
    const { training } = this.definition;
    if (!training) return undefined;
    const asked = () => ({ rules: [trainingRule(training, this.assessment)], choices: [] });
    const clause =
      this.hours.clause('training', 'training') ??
      new HoursBook(asked, this.facts, this.onDate).clause('training', 'training');
    return clause?.state === 'met' && clause.earliestOn instanceof Temporal.PlainDate ? clause.earliestOn : undefined;
  }
}
