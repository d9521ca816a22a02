import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import { systemActor } from '../../../src/kernel/actor.js';
import { Transaction, type Tx } from '../../../src/platform/database/transaction.js';
import { Evidence, type FactKind, type NewFact, type VouchingMethod } from '../../evidence/evidence.public.js';
import { PeopleSetUp } from '../../people/people.public.js';
import { PASSWORD } from './cast.js';
import type { Trainee } from './way.js';

const CONTEXT = { actor: systemActor('seed'), requestId: 'seed:volunteers' };
const HOUR = 60;

const GIVEN_NAMES = ['Alba', 'Bento', 'Cleo', 'Dario', 'Edda', 'Falk', 'Gwen', 'Hugo'];
const FAMILY_NAMES = ['Ashgrove', 'Birchwater', 'Cloverfield', 'Dunmere', 'Eastlake'];

/** The invented people who sat the exam when the board tried it out. */
export const VOLUNTEERS: readonly Trainee[] = FAMILY_NAMES.flatMap((family) =>
  GIVEN_NAMES.map((given) => ({
    legalName: `${given} ${family}`,
    email: `${given}.${family}@people.example`.toLowerCase(),
  })),
);

type Brought = Pick<NewFact, 'kind'> & Partial<NewFact>;

/** What an application asks for before the exam, as the sample rules have it. */
const BROUGHT: readonly Brought[] = [
  { kind: 'attestation', code: 'lived_experience' },
  { kind: 'document', code: 'high_school_diploma', value: { document_type: 'high_school_diploma' } },
  { kind: 'declaration', code: 'residency', value: { percent: 100, checked_at: 'application' } },
  { kind: 'declaration', code: 'residency', value: { percent: 100, checked_at: 'exam' } },
  { kind: 'signature', code: 'code_of_ethics' },
  {
    kind: 'training',
    topics: inHours({
      advocacy: 10,
      mentoring_education: 10,
      recovery_wellness_support: 10,
      ethical_responsibility: 16,
    }),
  },
  {
    kind: 'practice',
    code: 'paid',
    topics: inHours({
      advocacy: 150,
      mentoring_education: 100,
      recovery_wellness_support: 150,
      ethical_responsibility: 100,
    }),
  },
  {
    kind: 'supervision',
    topics: inHours({
      advocacy: 10,
      mentoring_education: 10,
      recovery_wellness_support: 4,
      ethical_responsibility: 1,
    }),
    value: { supervisor_qualification: 'employer_designated_per_job_description' },
  },
];

/**
 * Enters the volunteers with all they need but the exam, in this process and by the doors of the modules: what forty people did over
 * months is what the other stories show, and would make the first start slow.
 */
export class Volunteers {
  constructor(private readonly app: INestApplicationContext) {}

  /** @param bodyId the certifying body that accepted what they brought */
  async enter(bodyId: string): Promise<readonly Trainee[]> {
    const [setUp, evidence] = [this.of(PeopleSetUp), this.of(Evidence)];
    const passwordHash = await setUp.hashPassword(PASSWORD);
    await this.of(Transaction).run(CONTEXT, async (tx: Tx) => {
      for (const trainee of VOLUNTEERS) {
        const { id: personId } = await setUp.enterDemonstrationPerson(tx, { ...trainee, passwordHash });
        const ground = { personId, bodyId, occurredOn: dateIn('UTC', tx.now).subtract({ days: 30 }) };
        for (const [at, fact] of BROUGHT.entries()) await evidence.record(tx, factOf(fact, at, ground));
      }
    });
    return VOLUNTEERS;
  }

  private of<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(token, { strict: false });
  }
}

/** Who stands for what they brought. */
const VOUCHED: Partial<Record<FactKind, VouchingMethod>> = {
  document: 'reviewer',
  training: 'reviewer',
  practice: 'supervisor-signature',
  supervision: 'supervisor-signature',
};

function factOf(
  fact: Brought,
  at: number,
  { personId, bodyId, occurredOn }: { personId: string; bodyId: string; occurredOn: Temporal.PlainDate },
): NewFact {
  const source = { module: 'demonstration', id: `${personId}:${at}` };
  const vouchedBy = { method: VOUCHED[fact.kind] ?? 'self' };
  return { ...fact, personId, bodyId, occurredOn, vouchedBy, source };
}

function inHours(hours: Record<string, number>) {
  return Object.entries(hours).map(([topic, count]) => ({ topic, minutes: count * HOUR }));
}
