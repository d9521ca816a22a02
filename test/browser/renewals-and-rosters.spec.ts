import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { admitted, arrangeCase, decide } from '../../modules/certification/testing/certification-case.js';
import { Competencies } from '../../modules/competencies/competencies.public.js';
import { Evidence } from '../../modules/evidence/evidence.public.js';
import { projectRoot } from '../../src/config/project-root.js';
import { useApp } from '../support/app.js';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, screenshot } from '../support/browser.js';
import { openSession, type Caller } from '../support/caller.js';
import { insertPerson } from '../support/factories/person.js';

describeInBrowser('renewals and rosters on a screen and on a phone', (browser) => {
  const test = useApp({ listen: true });

  async function as(caller: Caller, screen: 'desktop' | 'phone') {
    const page = await browser.page({ baseURL: test.url, session: await openSession(test, caller, 'page'), screen });
    page.setDefaultTimeout(8_000);
    const look = async (path: string, name: string) => {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScrolling(page);
      await screenshot(page, `${name}-${screen}`);
    };
    return { page, look };
  }

  async function arrange() {
    test.clock.set('2026-11-21T15:00:00Z');
    await test.run((tx) => test.get(Competencies).load(tx, `${projectRoot}/content`));
    const arranged = await arrangeCase(test);
    await decide(test, arranged.decider, await admitted(test, arranged));
    const { rows } = await test.owner.query('select number from credential where person_id = $1', [
      arranged.applicant.personId,
    ]);
    return { arranged, number: rows[0].number as string };
  }

  async function employer(): Promise<Caller> {
    const [id, personId] = [randomUUID(), await insertPerson(test.owner, 'Emil Employer')];
    await test.owner.query(
      `insert into organization (id, kind, slug, name, address, time_zone, contact_email, created_at)
       values ($1, 'employer', 'lantern-house', 'Lantern House', '2 Invented Road', 'America/Chicago', 'hr@example.test', now())`,
      [id],
    );
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values ($1, $2, 'employer', $3, 'roster-manager', '2020-01-01', now())`,
      [randomUUID(), id, personId],
    );
    return { personId, assurance: 'password' };
  }

  it('a holder sends the renewal, a registrar confirms it, and an employer sees who expires', async () => {
    const { arranged, number } = await arrange();
    const roster = await employer();
    const holder: Caller = { personId: arranged.applicant.personId, assurance: 'password' };
    const registrar: Caller = { personId: arranged.registrar.personId, assurance: 'two-factor' };

    test.clock.set('2028-10-01T18:00:00Z');
    const phone = await as(holder, 'phone');
    await phone.look('/renewals', 'renewals');
    await phone.look(`/renewals/${number}`, 'renewal-still-needed');
    await test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId: holder.personId,
        bodyId: arranged.bodyId,
        kind: 'continuing_education',
        topics: [
          { topic: 'ethics', minutes: 360 },
          { topic: 'peer_recovery', minutes: 840 },
        ],
        occurredOn: Temporal.PlainDate.from('2028-03-01'),
        vouchedBy: { method: 'reviewer', personId: arranged.reviewer.personId },
        source: { module: 'test', id: 'continuing-education' },
      }),
    );
    await phone.page.reload();
    await phone.page.getByRole('button', { name: 'Send your renewal' }).click();
    await phone.page.getByText('Your renewal is with the certifying body').waitFor();
    await phone.look(`/renewals/${number}`, 'renewal-sent');

    for (const screen of ['phone', 'desktop'] as const) {
      const manager = await as(roster, screen);
      if (screen === 'phone') {
        await manager.look('/roster/new', 'roster-new');
        await manager.page.getByLabel('Name', { exact: true }).fill('Rosalind Okonkwo');
        await manager.page.getByLabel('Number on the certificate').fill(number);
        await manager.page.getByLabel('First day with you').fill('2028-01-01');
        await manager.page.getByRole('button', { name: 'Add this person' }).click();
        await manager.page.getByText('with the standing from the register').waitFor();
        await screenshot(manager.page, 'roster-person-not-shared-phone');
        await manager.page.goto('/roster/lists/new');
        await manager.page.getByLabel('List of people').setInputFiles({
          name: 'people.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('Name,From\nAna Löwe,2028-01-01\nBen Ode,2028-02-01\nAna Löwe,2028-01-01', 'latin1'),
        });
        await manager.page.getByRole('button', { name: 'Check this list' }).click();
        await manager.page.getByText('Windows-1252').waitFor();
        await expectAccessible(manager.page);
        await expectNoSidewaysScrolling(manager.page);
        await screenshot(manager.page, 'roster-list-phone');
        await manager.page.getByRole('button', { name: 'Put them on the roster' }).click();
        await manager.page.getByText('2 people added').waitFor();

        await phone.look('/consents', 'consents');
        await phone.page.getByLabel('Employer', { exact: true }).selectOption({ label: 'Lantern House' });
        await phone.page.getByText('Competencies: by what evidence').click();
        await phone.page.getByRole('button', { name: 'Share this' }).click();
        await phone.page.getByRole('button', { name: 'Stop sharing with Lantern House' }).waitFor();
      }
      await manager.look('/roster', 'roster');
      await manager.look('/roster?expiring=60', 'roster-expiring');
      await manager.look('/roster/competencies', 'roster-competencies');
      await manager.page.getByRole('link', { name: 'Rosalind Okonkwo' }).click();
      await manager.page.getByText('sees that you looked').waitFor();
      await expectAccessible(manager.page);
      await expectNoSidewaysScrolling(manager.page);
      await screenshot(manager.page, `roster-person-${screen}`);
    }
    await (await as(holder, 'desktop')).look('/consents', 'consents');

    const desk = await as(registrar, 'desktop');
    await desk.look('/desk/renewals', 'renewals-queue');
    await desk.page.getByRole('button', { name: 'Confirm this renewal' }).click();
    await desk.page.getByText('valid through 21 November 2030').waitFor();
    await (await as(holder, 'desktop')).look(`/renewals/${number}`, 'renewal-too-early');
    test.clock.set('2030-12-15T18:00:00Z');
    await (await as(holder, 'desktop')).look(`/renewals/${number}`, 'renewal-late');
  }, 90_000);
});
