import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { keyParts, PAGE_LENGTH, pageOf, readKey } from '../../../src/platform/http/paging.js';
import { People } from '../../people/people.public.js';
import { adjustmentWords } from '../domain/exam/adjustments.js';
import type { AuthorisationState } from '../domain/exam/authorisation.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import type { ExamAuthorisationEntity } from '../persistence/exam-centre.entity.js';
import { ExamAuthorisationRepository } from '../persistence/exam-authorisation.repository.js';
import { ReadExamStanding, type ExamStanding } from './exam-standing.js';

export interface AuthorisationReading {
  id: string;
  applicationId: string;
  number: string;
  state: AuthorisationState;
  validFrom: Temporal.PlainDate;
  validTo: Temporal.PlainDate;
  maxAttempts: number | null;
  /** In words; the reasons are known to nobody here. */
  adjustments: string[];
  centre: string;
  booking: string;
}

/** With the name as it stands on the photo identification that the centre looks at. */
export interface AuthorisationOfPerson extends AuthorisationReading {
  legalName: string;
  schemeCode: string;
}

export interface OwnExam {
  authorisations: AuthorisationReading[];
  standing: ExamStanding;
  isCandidate: boolean;
}

/** Rows of an export: more than a body ever has open at once. */
const LONGEST_EXPORT = 50_000;

/** Authorisations, for the registrars of their body and for the person. */
@Injectable()
export class ReadAuthorisations {
  constructor(
    private readonly authorisations: ExamAuthorisationRepository,
    private readonly applications: ApplicationRepository,
    private readonly standing: ReadExamStanding,
    private readonly people: People,
  ) {}

  /** Of the actor's bodies, oldest first. */
  async list(tx: Tx, { after }: { after?: string }): Promise<{ rows: AuthorisationOfPerson[]; next: string | null }> {
    const [createdAt, id] = readKey(after, keyParts.instant, keyParts.id) ?? [];
    const found = await this.authorisations.list(tx, {
      bodyIds: organizationsOf(tx.actor, 'registrar'),
      after: createdAt && id ? { createdAt, id } : undefined,
      limit: PAGE_LENGTH + 1,
    });
    const { rows, next } = pageOf(found, (row) => [row.createdAt.toString(), row.id]);
    return { rows: await this.named(tx, rows), next };
  }

  /** Everything a centre may use, for its own system. */
  async usable(tx: Tx): Promise<AuthorisationOfPerson[]> {
    const bodyIds = organizationsOf(tx.actor, 'registrar');
    // A day's difference of zones lets an authorisation through that ends today somewhere; the dates stand beside it.
    const openOn = tx.now.subtract({ hours: 24 }).toZonedDateTimeISO('UTC').toPlainDate().toString();
    return this.named(tx, await this.authorisations.list(tx, { bodyIds, openOn, limit: LONGEST_EXPORT }));
  }

  /** One of the actor's bodies'. @throws DomainError not_found */
  async one(tx: Tx, id: string): Promise<AuthorisationOfPerson> {
    const row = await this.authorisations.find(tx, organizationsOf(tx.actor, 'registrar'), id);
    const [named] = row ? await this.named(tx, [row]) : [];
    if (!named) throw notFound('this authorization');
    return named;
  }

  /** Looks whether an application is one of the actor's bodies'. @throws DomainError not_found */
  async ofCase(tx: Tx, applicationId: string): Promise<void> {
    const found = await this.applications.findFor(tx, organizationsOf(tx.actor, 'registrar'), applicationId);
    if (!found?.submittedAt) throw notFound('this application');
  }

  /** @throws DomainError not_found for another person's application */
  async own(tx: Tx, applicationId: string): Promise<OwnExam> {
    const application = await this.applications.findOwn(tx, personIdOf(tx.actor), applicationId);
    if (!application) throw notFound('this application');
    const authorisations = (await this.authorisations.ofApplication(tx, applicationId)).map(readingOf);
    const standing = await this.standing.execute(tx, application);
    return { authorisations, standing, isCandidate: application.state === 'admitted' };
  }

  private async named(tx: Tx, rows: readonly ExamAuthorisationEntity[]): Promise<AuthorisationOfPerson[]> {
    const people = await this.people.getAll(tx, [...new Set(rows.map(({ personId }) => personId))]);
    const ids = rows.map(({ applicationId }) => applicationId);
    const codeOf = await this.applications.schemeCodes(tx, ids);
    return rows.map((row) => ({
      ...readingOf(row),
      legalName: people.get(row.personId)?.legalName ?? '',
      schemeCode: codeOf.get(row.applicationId) ?? '',
    }));
  }
}

function readingOf(row: ExamAuthorisationEntity): AuthorisationReading {
  const { id, applicationId, number, state, validFrom, validTo, maxAttempts, adjustments, centre, booking } = row;
  const dates = { validFrom, validTo, maxAttempts };
  return { id, applicationId, number, state, ...dates, adjustments: adjustmentWords(adjustments), centre, booking };
}
