import { randomUUID } from 'node:crypto';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { queriesOf } from '../../test/support/query-count.js';
import { visitor } from '../../test/support/visitor.js';
import { apply, arrangeCase, giveEvidence, signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { stageCase } from '../credentials/testing/stage-case.js';

/** What a home page may cost, with everything around it: session, name and navigation. */
const QUERIES_OF_A_HOME = 28;

describe('the home page', () => {
  const test = useApp();
  const { holder, on } = stageCase(test);
  const homeOf = async (actor: PersonActor) => (await visitor(test, tokenOf(actor, 'page')).get('/home')).text;

  async function waits(held: { bodyId: string; applicant: PersonActor }, applicationId: string) {
    await test.owner.query(
      `insert into reference_request (id, application_id, body_id, person_id, code, referee_name, referee_email, state, asked_at, closed_at)
       values ($1, $2, $3, $4, 'letter', 'Rae Referee', 'rae@example.test', 'declined', now(), now())`,
      [randomUUID(), applicationId, held.bodyId, held.applicant.personId],
    );
  }

  it('of an applicant names a letter of reference that will not come, and nobody else’s', async () => {
    const arranged = await arrangeCase(test);
    await giveEvidence(test, arranged);
    const applicationId = await apply(test, arranged);
    expect(await homeOf(arranged.applicant)).not.toContain('What waits for you');
    await waits(arranged, applicationId);
    const own = await homeOf(arranged.applicant);
    expect(own).toContain('What waits for you');
    expect(own).toContain(`/applications/${applicationId}/references`);
    expect(own).toContain('/what-if');
    expect(await homeOf(arranged.stranger)).not.toContain(applicationId);
  });

  it('of a holder offers more time while a stage ends soon, until they ask for it', async () => {
    const held = await holder();
    const offered = `/credentials/${held.number}/extensions/new`;
    expect(await homeOf(held.applicant)).not.toContain(offered);
    on('2027-03-21');
    const later = await signedInAgain(held.applicant);
    expect(await homeOf(later)).toContain(offered);
    const own = visitor(test, tokenOf(later, 'page'));
    await own.get(offered);
    const asked = await own.post(`/credentials/${held.number}/extensions`, { note: 'My supervisor is away' });
    expect(asked.status).toBe(303);
    expect(await homeOf(later)).not.toContain(offered);
    const registrar = await signedIn(test, 'Regis Later', held.bodyId, 'registrar');
    expect(await homeOf(registrar)).toContain('1 waiting');
    test.clock.set('2026-11-21T15:00:00Z');
  });

  it('of staff tells each role what waits at their own body, with the page where it is done', async () => {
    const arranged = await arrangeCase(test);
    await giveEvidence(test, arranged);
    await apply(test, arranged);
    const reviewer = await homeOf(arranged.reviewer);
    expect(reviewer).toContain('1 waiting');
    expect(reviewer).toMatch(
      /desk\/applications\?state&#x3D;submitted|desk\/applications\?state=submitted&amp;claimed=nobody/,
    );
    expect(await homeOf(arranged.decider)).toContain('Nothing waits for you just now.');
    const elsewhere = await arrangeCase(test);
    expect(await homeOf(elsewhere.reviewer)).toContain('Nothing waits for you just now.');
  });

  it('shows who works with exam items alone their own work, and nothing of applications', async () => {
    const { bodyId } = await arrangeCase(test);
    const home = await homeOf(await signedIn(test, 'Jo Judge', bodyId, 'item-judge'));
    expect(home).toContain('/desk/item-bank/judging');
    expect(home).not.toContain('/desk/applications');
    expect(home).not.toContain('/desk/exams/readings');
  });

  it('asks the database a bounded number of questions, however much waits', async () => {
    const held = await holder();
    const all = await signedIn(test, 'Alba Allroles', held.bodyId, 'administrator', 'reviewer', 'decider', 'registrar');
    for (const actor of [held.applicant, held.stranger, all]) {
      await homeOf(actor);
      const queries = await queriesOf(test, () => homeOf(actor));
      expect(queries).toBeGreaterThan(5);
      expect(queries).toBeLessThanOrEqual(QUERIES_OF_A_HOME);
    }
  });

  /** Sessions end meanwhile; the same person comes again. */
  async function signedInAgain(actor: PersonActor): Promise<PersonActor> {
    await test.owner.query(
      'update session set last_seen_at = $2, created_at = $2, confirmed_at = $2 where person_id = $1',
      [actor.personId, (await test.clock.now()).toString()],
    );
    return actor;
  }
});
