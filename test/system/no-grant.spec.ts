import {
  admitted,
  arrangeCase,
  everything,
  giveEvidence,
  recordExam,
  type Case,
} from '../../modules/certification/testing/certification-case.js';
import { Evidence } from '../../modules/evidence/evidence.public.js';
import { ApiClient } from '../../modules/portal/demonstration/api-client.js';
import { inProcess } from '../../modules/portal/demonstration/transport.js';
import { useApp } from '../support/app.js';
import { openSession } from '../support/caller.js';

interface Clause {
  id: string;
  title: string;
  state: 'met' | 'still_needed' | 'waived';
}

interface Problem {
  code: string;
  title: string;
}

/** The requirement of the sample scheme that each piece of evidence is for. */
const NEEDED_FOR: Record<string, string> = {
  lived: 'lived_experience',
  diploma: 'education',
  'resident-applying': 'residency',
  'resident-exam': 'residency',
  'ethics-signed': 'code_of_ethics',
  course: 'training',
  'ethics-course': 'training',
  'paid-work': 'practice',
  volunteering: 'practice',
  supervised: 'supervision',
  exam: 'exam',
};

const GRANT = { outcome: 'granted', reasons: ['all_requirements_met'] };

describe('no certification is granted, as the API answers it,', () => {
  const test = useApp();

  const client = async (personId: string): Promise<ApiClient> =>
    new ApiClient(inProcess(test.app), await openSession(test, { personId, assurance: 'two-factor' }, 'api'));
  const credentialsOf = async ({ applicant }: Case): Promise<number> =>
    (await test.owner.query('select 1 from credential where person_id = $1', [applicant.personId])).rowCount ?? 0;
  const decide = async (decider: { personId: string }, applicationId: string) =>
    (await client(decider.personId)).answer('POST', `/api/v1/applications/${applicationId}/decisions`, GRANT);

  it('tries each piece of evidence', () => {
    expect(Object.keys(NEEDED_FOR).toSorted()).toEqual(everything.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(NEEDED_FOR))(
    'without "%s": it names what is still needed, %s; with it, it grants',
    async (missing, clause) => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      const giveBack = await takeBack(arranged, missing);

      const refused = await decide(arranged.decider, id);
      expect([refused.status, (refused.body as Problem).code]).toEqual([409, 'certification.still_needed_to_grant']);
      const applicant = await client(arranged.applicant.personId);
      const { tree } = await applicant.get<{ tree: { met: boolean; clauses: Clause[] } }>(
        `/api/v1/eligibility/${arranged.schemeCode}?body=${arranged.bodyId}`,
      );
      const open = tree.clauses.filter(({ state }) => state === 'still_needed');
      expect([tree.met, open.map((one) => one.id)]).toEqual([false, [clause]]);
      for (const { title } of open) expect((refused.body as Problem).title).toContain(title);
      expect(await credentialsOf(arranged)).toBe(0);

      await giveBack();
      expect((await decide(arranged.decider, id)).status).toBe(201);
      expect(await credentialsOf(arranged)).toBe(1);
    },
  );

  it('twice: of two deciders at the same moment one grants and the other is told', async () => {
    const arranged = await arrangeCase(test);
    const id = await admitted(test, arranged);
    const answers = await Promise.all([arranged.decider, arranged.secondDecider].map((one) => decide(one, id)));
    const [granted, told] = answers.toSorted((a, b) => a.status - b.status);
    expect([granted?.status, told?.status]).toEqual([201, 409]);
    expect(told?.body).toMatchObject({ code: 'certification.already_decided' });
    expect(await credentialsOf(arranged)).toBe(1);
  });

  it.each([
    ['reviewed', 'reviewer', 'Whoever reviewed'],
    ['examined', 'registrar', 'Whoever examined'],
  ] as const)('by somebody who %s the applicant, and the rule is named', async (rule, role, words) => {
    const arranged = await arrangeCase(test);
    const id = await admitted(
      test,
      arranged,
      everything.filter(({ kind }) => kind !== 'exam'),
    );
    await recordExam(test, arranged, id);
    await appointDecider(arranged, arranged[role].personId);
    const refused = await decide(arranged[role], id);
    expect([refused.status, (refused.body as Problem).code]).toEqual([403, `certification.conflict.${rule}`]);
    expect((refused.body as Problem).title).toContain(words);
    expect(await credentialsOf(arranged)).toBe(0);
  });

  it.each([
    ['supervised', 'practice', 'Whoever signed for'],
    ['supervised', 'supervision', 'Whoever signed for'],
    ['trained', 'training', 'Whoever trained'],
  ])('by somebody who %s the applicant (%s), and the rule is named', async (rule, kind, words) => {
    const arranged = await arrangeCase(test);
    const vouched = everything.map((fact) =>
      fact.kind === kind && fact.vouchedBy
        ? { ...fact, vouchedBy: { ...fact.vouchedBy, personId: arranged.decider.personId } }
        : fact,
    );
    const id = await admitted(test, arranged, vouched);
    const refused = await decide(arranged.decider, id);
    expect([refused.status, (refused.body as Problem).code]).toEqual([403, `certification.conflict.${rule}`]);
    expect((refused.body as Problem).title).toContain(words);
    expect((await decide(arranged.secondDecider, id)).status).toBe(201);
  });

  /** Takes a piece back, as a correction does. @returns what gives it again */
  async function takeBack(arranged: Case, missing: string): Promise<() => Promise<void>> {
    const [fact, facts] = [everything.find(({ id }) => id === missing)!, await factsOf(arranged)];
    const { id: corrects, occurredOn } = facts.find(({ source }) => source.id.endsWith(`:${missing}`))!;
    await test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId: arranged.applicant.personId,
        kind: 'retraction',
        corrects,
        occurredOn,
        vouchedBy: { method: 'registrar' },
        source: { module: 'test', id: `taken-back:${corrects}` },
      }),
    );
    return () => giveEvidence(test, arranged, [{ ...fact, id: `again:${missing}` }]);
  }

  const factsOf = ({ applicant }: Case) => test.run((tx) => test.get(Evidence).factsOf(tx, applicant.personId));

  async function appointDecider({ bodyId }: Case, personId: string): Promise<void> {
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values (gen_random_uuid(), $1, 'certifying-body', $2, 'decider', '2020-01-01', now())`,
      [bodyId, personId],
    );
  }
});
