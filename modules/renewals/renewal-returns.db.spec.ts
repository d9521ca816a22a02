import { randomUUID } from 'node:crypto';
import { useApp } from '../../test/support/app.js';
import { openSession, type Caller } from '../../test/support/caller.js';
import { visitor } from '../../test/support/visitor.js';
import { FIRST_STATE, RENEWAL_MOVES, RENEWAL_STATES, stateAfter } from './domain/renewal-state.js';
import { renewalCase, type Holder } from './testing/renewal-case.js';
import { ReadRenewals } from './use-cases/read-renewals.js';

describe('a renewal that is returned', () => {
  const test = useApp();
  const { on, holder, enough, retract, submit, confirm, giveBack, letters } = renewalCase(test);

  /** Sent on 1 October 2028. */
  async function sent(): Promise<{ held: Holder; id: string }> {
    const held = await holder();
    await enough(held);
    on('2028-10-01');
    return { held, id: (await submit(held)).id };
  }
  const as = async (caller: Caller) => visitor(test, await openSession(test, caller, 'page'));
  const own = (held: Holder) => test.run((tx) => test.get(ReadRenewals).own(tx, held.number), held.arranged.applicant);
  const audited = async (id: string) =>
    (await test.owner.query(`select action from audit where subject_id = $1 order by id`, [id])).rows.map(
      ({ action }) => action,
    );

  it('comes back with the note, is answered, sent again and confirmed; each of it is told and audited', async () => {
    const { held, id } = await sent();
    on('2028-10-03');
    expect(await giveBack(id, held.arranged.registrar, '  Which of the two trainings was it?  ')).toEqual({
      id,
      state: 'returned',
    });
    expect((await letters(held, 'renewal-returned'))[0].words).toMatchObject({
      note: 'Which of the two trainings was it?',
      on: '2028-10-03',
      expiresOn: '2028-11-21',
    });
    expect((await own(held)).sent).toMatchObject({
      state: 'returned',
      notes: [{ by: 'registrar', text: 'Which of the two trainings was it?', on: '2028-10-03' }],
    });

    on('2028-10-05');
    expect(await submit(held, held.arranged.applicant, 'The one in June.')).toEqual({ id, state: 'submitted' });
    const { sent: again } = await own(held);
    expect(again).toMatchObject({ state: 'submitted', submittedOn: '2028-10-01' });
    expect(again?.notes.map(({ by, text }) => [by, text])).toEqual([
      ['registrar', 'Which of the two trainings was it?'],
      ['holder', 'The one in June.'],
    ]);
    expect(await letters(held, 'renewal-received')).toHaveLength(2);
    expect(await confirm(id, held.arranged.registrar)).toEqual({ id, expiresOn: '2030-11-21' });
    expect(await audited(id)).toEqual([
      'renewals.renewal.submitted',
      'renewals.renewal.returned',
      'renewals.renewal.answered',
      'renewals.renewal.confirmed',
    ]);
  });

  it('can be returned more than once, with a letter each time', async () => {
    const { held, id } = await sent();
    for (const [at, note] of ['The first question', 'One more question'].entries()) {
      on(`2028-10-0${at + 2}`);
      await giveBack(id, held.arranged.registrar, note);
      await submit(held, held.arranged.applicant, `Answer to: ${note}`);
    }
    expect((await letters(held, 'renewal-returned')).map(({ words }) => words.note)).toEqual([
      'The first question',
      'One more question',
    ]);
    expect((await own(held)).sent?.notes).toHaveLength(4);
  });

  it.each([
    ['no note', '   ', /what is needed/],
    ['a note longer than a letter', 'x'.repeat(2001), /at most 2000/],
  ])('is not returned with %s', async (_, note, words) => {
    const { held, id } = await sent();
    await expect(giveBack(id, held.arranged.registrar, note)).rejects.toMatchObject({
      fields: [{ field: 'note', message: expect.stringMatching(words) }],
    });
    expect((await own(held)).sent?.state).toBe('submitted');
    expect(await letters(held, 'renewal-returned')).toEqual([]);
  });

  it('waits for an answer: it is not sent again without words, and not confirmed or returned meanwhile', async () => {
    const { held, id } = await sent();
    await giveBack(id, held.arranged.registrar);
    await expect(submit(held)).rejects.toMatchObject({ fields: [{ field: 'answer' }] });
    await expect(confirm(id, held.arranged.registrar)).rejects.toMatchObject({ code: 'renewals.not_now' });
    await expect(giveBack(id, held.arranged.registrar)).rejects.toMatchObject({ code: 'renewals.not_now' });
    await expect(submit(held, held.arranged.stranger, 'Mine!')).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('answered in two tabs at once is answered once', async () => {
    const { held, id } = await sent();
    await giveBack(id, held.arranged.registrar);
    const answer = () => submit(held, held.arranged.applicant, 'The one in June.');
    const answers = await Promise.allSettled([answer(), answer(), answer()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      answers.filter((one) => one.status === 'rejected' && one.reason.code === 'renewals.already_sent'),
    ).toHaveLength(2);
  });

  it('returned and confirmed at the same moment is one of the two', async () => {
    const { held, id } = await sent();
    const { registrar } = held.arranged;
    const both = await Promise.allSettled([confirm(id, registrar), giveBack(id, registrar)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('cannot be returned once it is confirmed', async () => {
    const { held, id } = await sent();
    await confirm(id, held.arranged.registrar);
    await expect(giveBack(id, held.arranged.registrar)).rejects.toMatchObject({ code: 'renewals.already_confirmed' });
  });

  it('was sent in time and stays so when the answer comes after the term', async () => {
    const { held, id } = await sent();
    await giveBack(id, held.arranged.registrar);
    on('2028-12-24');
    await submit(held, held.arranged.applicant, 'The one in June.');
    expect((await own(held)).sent).toMatchObject({ late: false, submittedOn: '2028-10-01' });
  });

  it('is not sent again while something is still needed, nor after the scheme’s last day', async () => {
    const held = await holder();
    const fact = await enough(held);
    on('2028-10-01');
    const { id } = await submit(held);
    await giveBack(id, held.arranged.registrar);
    await retract(fact);
    await expect(submit(held, held.arranged.applicant, 'Here it is')).rejects.toMatchObject({
      code: 'renewals.still_needed',
    });
    await enough(held);
    on('2029-05-22');
    await expect(submit(held, held.arranged.applicant, 'Here it is')).rejects.toMatchObject({
      code: 'renewals.reapply',
    });
  });

  it('leads to requests for more time only those who answer them', async () => {
    const { held } = await sent();
    const { registrar, decider } = held.arranged;
    expect((await (await as(registrar)).get('/desk/renewals')).text).toContain('href="/desk/extensions"');
    const page = await (await as(decider)).get('/desk/renewals');
    expect([page.status, page.text]).toEqual([200, expect.not.stringContaining('/desk/extensions')]);
  });

  it('works by the pages, and what was typed survives a problem', async () => {
    const { held, id } = await sent();
    const desk = await as(held.arranged.registrar);
    expect((await desk.get('/desk/renewals')).text).toContain(`/desk/renewals/${id}`);
    expect((await desk.get(`/desk/renewals/${id}`)).text).toContain('Renewal of Rosalind Okonkwo');
    const wordless = await desk.post(`/desk/renewals/${id}/returns`, { note: ' ' });
    expect([wordless.status, wordless.text]).toEqual([422, expect.stringContaining('Write what is needed')]);
    const otherTab = await as(held.arranged.registrar);
    await otherTab.get(`/desk/renewals/${id}`);
    const returned = await desk.post(`/desk/renewals/${id}/returns`, { note: 'Which <b>one</b>?' });
    expect(returned.headers.location).toBe('/desk/renewals');
    const again = await otherTab.post(`/desk/renewals/${id}/returns`, { note: 'My second thought' });
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('My second thought')]);

    const holderPage = await as(held.arranged.applicant);
    expect((await holderPage.get('/renewals')).text).toContain('returned for more information');
    const page = await holderPage.get(`/renewals/${held.number}`);
    expect(page.text).toContain('Which &lt;b&gt;one&lt;/b&gt;?');
    const long = await holderPage.post(`/renewals/${held.number}/submissions`, { answer: `Long: ${'x'.repeat(2000)}` });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('Long: xxx')]);
    const done = await holderPage.post(`/renewals/${held.number}/submissions`, { answer: 'The one in June.' });
    expect(done.headers.location).toBe(`/renewals/${held.number}`);
    expect((await holderPage.get(`/renewals/${held.number}`)).text).toContain(
      'Your renewal is with the certifying body',
    );
    expect((await desk.get(`/desk/renewals/${id}`)).text).toContain('The one in June.');

    const stranger = await as(held.arranged.stranger);
    expect((await stranger.get(`/renewals/${held.number}`)).status).toBe(404);
    expect((await stranger.get(`/desk/renewals/${id}`)).status).toBe(403);
  });

  describe('in the database', () => {
    /** By the table of moves, or because of who makes it. */
    const REFUSED = /renewal_step_is_a_move|two persons deny|is kept from this person/;
    const WORDED = ['return', 'submit', 'propose_denial', 'deny'];
    const DENIES = ['propose_denial', 'deny'];
    /** Writes a step as the web process would, past the use cases. */
    const step = ({ arranged }: Holder, renewalId: string, [move, from, to]: readonly [string, string, string]) => {
      const { applicant, registrar, reviewer } = arranged;
      const byHolder = move === 'submit' || move === 'send_anew';
      const denies = DENIES.includes(move);
      return test.run((tx) =>
        tx.manager.query(
          `insert into renewal_step (id, body_id, renewal_id, person_id, move, from_state, to_state, actor_person_id, note,
             new_expires_on, reasons, clauses, scheme_version_id, on_day, late, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '2028-10-02', $14, now())`,
          [
            randomUUID(),
            arranged.bodyId,
            renewalId,
            applicant.personId,
            move,
            from,
            to,
            (byHolder ? applicant : move === 'deny' ? reviewer : registrar).personId,
            WORDED.includes(move) ? 'a note' : null,
            move === 'confirm' || move === 'restore' ? '2030-11-21' : null,
            denies ? ['ethics_decision'] : [],
            denies ? ['Ethics: met.'] : [],
            denies ? arranged.schemeVersionId : null,
            move === 'send_anew' ? false : null,
          ],
        ),
      );
    };
    const stateOf = async (id: string) =>
      (await test.owner.query('select state from renewal where id = $1', [id])).rows[0].state;

    it('moves as the domain says and in no other way', async () => {
      const way: Record<string, readonly (readonly [string, string, string])[]> = {
        submitted: [],
        returned: [['return', 'submitted', 'returned']],
        denial_proposed: [['propose_denial', 'submitted', 'denial_proposed']],
        denied: [
          ['propose_denial', 'submitted', 'denial_proposed'],
          ['deny', 'denial_proposed', 'denied'],
        ],
        confirmed: [['confirm', 'submitted', 'confirmed']],
      };
      for (const from of RENEWAL_STATES) {
        const { held, id } = await sent();
        expect(await stateOf(id)).toBe(FIRST_STATE);
        for (const earlier of way[from] ?? []) await step(held, id, earlier);
        for (const move of RENEWAL_MOVES) {
          for (const to of RENEWAL_STATES) {
            if (stateAfter(from, move) === to) continue;
            await expect(step(held, id, [move, from, to])).rejects.toThrow(REFUSED);
            expect(await stateOf(id)).toBe(from);
          }
        }
        expect(await stateOf(id)).toBe(from);
      }
    });

    it('starts where the renewal stands, whatever the step says', async () => {
      const { held, id } = await sent();
      await expect(step(held, id, ['submit', 'returned', 'submitted'])).rejects.toThrow('is submitted, not returned');
    });

    it('does not let the product’s logins write the state, nor what is known only with it', async () => {
      const { id } = await sent();
      const write = (sql: string) =>
        test.run((tx) => tx.manager.query(`update renewal set ${sql} where id = $1`, [id]));
      await expect(write(`state = 'returned'`)).rejects.toThrow('permission denied');
      await expect(write(`confirmed_at = now()`)).rejects.toThrow('check');
    });
  });
});
