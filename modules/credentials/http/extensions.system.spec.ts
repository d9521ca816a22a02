import type { PersonActor } from '../../../src/kernel/actor.js';
import { useApp } from '../../../test/support/app.js';
import { visitor } from '../../../test/support/visitor.js';
import { tokenOf } from '../../certification/testing/certification-case.js';
import { stageCase } from '../testing/stage-case.js';

describe('stages and decisions on pages', () => {
  const test = useApp();
  const { holder } = stageCase(test);
  const as = (actor: PersonActor) => visitor(test, tokenOf(actor, 'page'));

  it('lets a holder ask for more time, and a registrar answer', async () => {
    const held = await holder();
    const own = as(held.applicant);
    const asking = `/credentials/${held.number}/extensions`;
    expect((await own.get('/credentials')).text).toContain(`${asking}/new`);
    expect((await own.get(`${asking}/new`)).text).toContain('21 November 2027');
    expect((await own.post(asking, { note: 'My supervisor is away' })).status).toBe(303);
    expect((await own.get('/credentials')).text).toContain('You asked for more time');

    const registrar = as(held.registrar);
    const list = (await registrar.get('/desk/extensions')).text;
    const address = /\/desk\/extensions\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
    expect((await registrar.get(address)).text).toContain('My supervisor is away');
    expect((await registrar.post(`${address}/decisions`, { outcome: 'granted' })).status).toBe(303);
    expect((await registrar.get(`/desk/credentials/${held.number}`)).text).toContain('Initial stage.');
    expect((await as(held.stranger).get(`/v/${held.number}`)).text).toContain('"expiresOn":"2027-11-21"');
  });

  it('shows a reprimand as a public note, and takes it back where a colleague took it', async () => {
    const held = await holder();
    const path = `/desk/credentials/${held.number}`;
    const registrar = as(held.registrar);
    expect((await registrar.get(`${path}/reprimands/new`)).text).toContain('Last day of the public note');
    const dates = { effectiveOn: '2026-11-21', publicFrom: '2026-11-21', noteUntil: '2027-11-21' };
    expect((await registrar.post(`${path}/reprimands`, { reason: 'ethics_decision', ...dates })).status).toBe(303);
    expect((await as(held.stranger).get(`/v/${held.number}`)).text).toContain(
      '"kind":"reprimand","since":"2026-11-21","until":"2027-11-21"',
    );
    expect((await registrar.get(path)).text).not.toContain('/reversals/new');

    await test.owner.query(`update membership set role = 'registrar' where person_id = $1`, [held.decider.personId]);
    const colleague = as(held.decider);
    const { text } = await colleague.get(path);
    const eventId = /reversals\/new\?eventId(?:=|&#x3D;)([0-9a-f-]{36})/.exec(text)?.[1] ?? '';
    const form = `${path}/reversals/new?eventId=${eventId}`;
    expect((await colleague.get(form)).text).toContain('The reprimand, counting from 21 November 2026');
    expect((await colleague.post(`${path}/reversals`, { eventId, reason: 'appeal_upheld' })).status).toBe(303);
    expect((await as(held.stranger).get(`/v/${held.number}`)).text).not.toContain('reprimand');
  });
});
