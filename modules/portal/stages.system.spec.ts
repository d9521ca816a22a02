import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { visitor } from '../../test/support/visitor.js';
import { arrangeCase, tokenOf } from '../certification/testing/certification-case.js';
import { stageCase, twoStages } from '../credentials/testing/stage-case.js';

describe('the way from one stage to the next', () => {
  const test = useApp();
  const { holder, grant } = stageCase(test);
  const staged = {
    ...twoStages,
    prerequisites: [
      { code: 'code_of_ethics', kind: 'signature' as const },
      {
        code: 'a_month_on',
        kind: 'elapsed' as const,
        since: 'initial_certification' as const,
        at_least: 'P1M',
        stage: 'full',
      },
    ],
  };
  const read = async (actor: PersonActor, path: string) => {
    const { text, status } = await visitor(test, tokenOf(actor, 'page')).get(path);
    return { status, text: text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ') };
  };

  it('shows who holds the first stage what the next one asks, until when theirs runs, and from when', async () => {
    const held = await holder(staged);
    const { text } = await read(held.applicant, `/eligibility/${held.schemeCode}?body=${held.bodyId}`);
    expect(text).toContain('You hold the initial stage Its term runs through 21 May 2027');
    expect(text).toContain('This page is about the full stage , which comes next.');
    expect(text).toContain('can be met is 21 December 2026');
    expect(text).not.toContain('Code of ethics');

    const home = await read(held.applicant, '/home');
    expect(home.text).toContain('What comes next: Peer Recovery (PR), full stage');
    expect(home.text).toContain('The earliest possible date is 21 December 2026.');
    expect((await read(held.applicant, '/what-if')).text).toContain('Juniper Valley Board · full stage');
  });

  it('shows the first stage to who holds nothing, and to a holder who asks for it; no stage that is not there', async () => {
    const held = await holder(staged);
    const path = `/eligibility/${held.schemeCode}?body=${held.bodyId}`;
    expect((await read(held.stranger, path)).text).toContain('This page is about the initial stage .');
    expect((await read(held.stranger, path)).text).not.toContain('You hold');
    expect((await read(held.applicant, `${path}&stage=initial`)).text).toContain('Code of ethics');
    expect((await read(held.applicant, `${path}&stage=gold`)).status).toBe(404);
  });

  it('ends with the last stage', async () => {
    const held = await holder(staged);
    await grant(held, '2026-12-28', { stage: 'full' });
    test.clock.set('2026-12-29T15:00:00Z');
    const { text } = await read(await again(held.applicant), `/eligibility/${held.schemeCode}?body=${held.bodyId}`);
    expect(text).toContain('You hold the full stage Its term runs through 28 December 2028');
    expect((await read(held.applicant, '/home')).text).not.toContain('Toward the');
  });

  it('says nothing of stages where a certification has one', async () => {
    const arranged = await arrangeCase(test);
    const { text } = await read(arranged.applicant, `/eligibility/${arranged.schemeCode}?body=${arranged.bodyId}`);
    expect(text).not.toContain('This page is about');
  });

  /** Sessions end meanwhile; the same person comes again. */
  async function again(actor: PersonActor): Promise<PersonActor> {
    await test.owner.query(
      'update session set last_seen_at = $2, created_at = $2, confirmed_at = $2 where person_id = $1',
      [actor.personId, (await test.clock.now()).toString()],
    );
    return actor;
  }
});
