import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf, type Role } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { isClosed } from '../domain/application-state.js';
import { rules } from '../domain/separation-of-duties.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { CheckDecider } from './check-decider.js';
import { OpenCase, STAFF } from './open-case.js';
import { TIMEKEEPERS } from './pause-case.js';
import type { Happening } from './read-work.js';
import { ReadApplications, type ApplicationDetail, type StepTaken } from './read-applications.js';

export interface CaseDetail extends ApplicationDetail {
  applicant: { id: string; number: string; legalName: string; displayName: string };
  claimedBy: { id: string; name: string } | null;
  steps: (StepTaken & { by: string | null })[];
  happenings: (Happening & { by: string | null })[];
  /** What the acting person may do now. */
  may: {
    claim: boolean;
    release: boolean;
    review: boolean;
    recordExam: boolean;
    decide: boolean;
    keepTime: boolean;
    waive: boolean;
  };
  /** The rules that keep the acting person from deciding, in words; empty for who holds no such role. */
  conflicts: string[];
}

/** A case as staff of its body see it: the applicant, the sheet, what happened, and what they may do. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly cases: OpenCase,
    private readonly applications: ReadApplications,
    private readonly people: People,
    private readonly decider: CheckDecider,
  ) {}

  /** @throws DomainError not_found for another body's application, and for drafts */
  async execute(tx: Tx, applicationId: string): Promise<CaseDetail> {
    const application = await this.cases.read(tx, applicationId, STAFF);
    const detail = await this.applications.detail(tx, application);
    const acting = [...detail.steps, ...detail.happenings].flatMap(({ actorPersonId }) => actorPersonId ?? []);
    const involved = [...acting, application.claimedBy ?? []].flat();
    const people = await this.people.getAll(tx, [application.personId, ...involved]);
    const nameOf = (id: string | null): string | null => (id ? (people.get(id)?.displayName ?? null) : null);
    const { number, legalName, displayName } = await this.people.get(tx, application.personId);
    const isDecider = holds(tx, application, 'decider');
    const found = isDecider && !detail.closed ? await this.decider.execute(tx, application, 'decide') : [];
    const conflicts = found.map(({ rule }) => rules[rule]);
    return {
      ...detail,
      applicant: { id: application.personId, number, legalName, displayName },
      claimedBy: application.claimedBy
        ? { id: application.claimedBy, name: nameOf(application.claimedBy) ?? 'a colleague' }
        : null,
      steps: detail.steps.map((step) => ({ ...step, by: nameOf(step.actorPersonId) })),
      happenings: detail.happenings.map((one) => ({ ...one, by: nameOf(one.actorPersonId) })),
      may: possible(tx, application, isDecider && conflicts.length === 0),
      conflicts,
    };
  }
}

function holds(tx: Tx, { bodyId }: ApplicationEntity, role: Role): boolean {
  return organizationsOf(tx.actor, role).includes(bodyId);
}

function possible(tx: Tx, application: ApplicationEntity, unconflicted: boolean): CaseDetail['may'] {
  const { state, claimedBy, personId } = application;
  const me = personIdOf(tx.actor);
  if (me === personId) {
    return {
      claim: false,
      release: false,
      review: false,
      recordExam: false,
      decide: false,
      keepTime: false,
      waive: false,
    };
  }
  const isReviewer = holds(tx, application, 'reviewer');
  const mine = claimedBy === me;
  const isUnderReview = state === 'under_review';
  return {
    claim: isReviewer && state === 'submitted',
    release: isUnderReview && (mine || holds(tx, application, 'administrator')),
    review: isReviewer && isUnderReview && mine,
    recordExam: holds(tx, application, 'registrar') && state === 'admitted',
    decide: unconflicted && (state === 'admitted' || isUnderReview),
    keepTime:
      ['submitted', 'under_review', 'admitted'].includes(state) &&
      TIMEKEEPERS.some((role) => holds(tx, application, role)),
    waive: !isClosed(state) && holds(tx, application, 'registrar'),
  };
}
