import { join } from 'node:path';
import { factsOf } from '../../test/scenarios/support/scenario.js';
import { sampleScheme } from '../../test/scenarios/support/sample-scheme.js';
import { useApp } from '../../test/support/app.js';
import { arrangeCase, decide, giveEvidence, type Case } from './testing/certification-case.js';
import type { ScopeAsked } from './domain/application-scope.js';
import { BeginApplication } from './use-cases/begin-application.js';
import { ReadApplications } from './use-cases/read-applications.js';
import { ReviewApplication } from './use-cases/review-application.js';
import { SubmitApplication } from './use-cases/submit-application.js';

const situation = (name: string) => factsOf(join(__dirname, `../../test/scenarios/tx-mhps/${name}.yaml`));

describe('a certification in two stages', () => {
  const test = useApp();
  const before = situation('initial-stage-in-place');
  const after = situation('full-stage-in-place').filter(
    ({ id, kind }) => kind !== 'credential_event' && !before.some((fact) => fact.id === id),
  );
  const noonOf = (day: string) => test.clock.set(`${day}T18:00:00Z`);
  const begin = ({ applicant, schemeCode, bodyId }: Case, asked: ScopeAsked) =>
    test.run((tx) => test.get(BeginApplication).execute(tx, { schemeCode, bodyId, ...asked }), applicant);
  const read = ({ applicant }: Case, id: string) => test.run((tx) => test.get(ReadApplications).own(tx, id), applicant);

  const send = async (arranged: Case, asked: ScopeAsked): Promise<string> => {
    const { applicationId } = await begin(arranged, asked);
    const sent = { applicationId, declaration: true };
    await test.run((tx) => test.get(SubmitApplication).execute(tx, sent), arranged.applicant);
    return applicationId;
  };
  const admit = ({ reviewer }: Case, applicationId: string) =>
    test.run(
      (tx) => test.get(ReviewApplication).execute(tx, { applicationId, outcome: 'admitted', note: null }),
      reviewer,
    );
  const linesOf = async ({ applicant }: Case) => {
    const { rows } = await test.owner.query(
      'select kind, stage from credential_event where person_id = $1 order by recorded_at, id',
      [applicant.personId],
    );
    return rows as { kind: string; stage: string }[];
  };

  it('is granted for the first stage, then, after practice, for the next under the same credential', async () => {
    noonOf('2025-05-01');
    const arranged = await arrangeCase(test, sampleScheme('tx-mhps'));
    await giveEvidence(test, arranged, before);
    const first = await send(arranged, {});
    await admit(arranged, first);
    await decide(test, arranged.decider, first);
    expect(await linesOf(arranged)).toEqual([{ kind: 'issued', stage: 'initial' }]);

    noonOf('2025-06-12');
    const second = await send(arranged, { stage: 'full' });
    const early = await read(arranged, second);
    expect(early.scope.stage).toBe('full');
    expect(early.eligibility?.clauses.find(({ id }) => id === 'practice')?.state).toBe('still_needed');
    await expect(admit(arranged, second)).rejects.toMatchObject({ code: 'certification.still_needed_to_admit' });

    await giveEvidence(test, arranged, after);
    await admit(arranged, second);
    await decide(test, arranged.decider, second);
    expect(await linesOf(arranged)).toEqual([
      { kind: 'issued', stage: 'initial' },
      { kind: 'advanced', stage: 'full' },
    ]);
    const { rows } = await test.owner.query('select count(*)::int as count from credential where person_id = $1', [
      arranged.applicant.personId,
    ]);
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('asks of somebody certified elsewhere what the scheme asks of them, in place of training', async () => {
    const arranged = await arrangeCase(test, sampleScheme('tx-mhps'));
    const { applicationId } = await begin(arranged, { route: 'reciprocity' });
    const clauses = (await read(arranged, applicationId)).eligibility?.clauses.map(({ id }) => id);
    expect(clauses).toContain('reciprocity');
    expect(clauses).not.toContain('training');
  });

  it('is not begun for a stage, a way or an endorsement that the scheme does not have', async () => {
    const arranged = await arrangeCase(test, sampleScheme('tx-mhps'));
    const code = 'certification.scope_not_offered';
    await expect(begin(arranged, { stage: 'master' })).rejects.toMatchObject({ code });
    await expect(begin(arranged, { endorsements: ['youth'] })).rejects.toMatchObject({ code });
    const closed = await arrangeCase(test, sampleScheme('pa-cps'));
    await expect(begin(closed, { route: 'reciprocity' })).rejects.toMatchObject({ code });
  });
});
