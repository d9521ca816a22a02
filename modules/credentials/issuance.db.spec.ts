import { useApp } from '../../test/support/app.js';
import { admitted, arrangeCase, decide, type Case } from '../certification/testing/certification-case.js';
import { ReadCertificate } from './use-cases/read-certificate.js';
import { RemakeDocument } from './use-cases/remake-document.js';

describe('from grant to certificate', () => {
  const test = useApp();

  interface Granted {
    arranged: Case;
    credentialId: string;
    number: string;
  }

  async function granted(name?: string): Promise<Granted> {
    const arranged = await arrangeCase(test);
    const { personId } = arranged.applicant;
    if (name) await test.owner.query('update person set legal_name = $2 where id = $1', [personId, name]);
    const id = await admitted(test, arranged);
    await decide(test, arranged.decider, id);
    const { rows } = await test.owner.query('select id, number from credential where application_id = $1', [id]);
    return { arranged, credentialId: rows[0].id, number: rows[0].number };
  }

  const issuancesOf = async (credentialId: string) =>
    (
      await test.owner.query(
        'select id, state, edition, held_characters, document_sha256 from credential_issuance where credential_id = $1 order by edition',
        [credentialId],
      )
    ).rows;
  const lettersOf = async (arranged: Case, kind: string) =>
    (
      await test.owner.query('select identity from letter where person_id = $1 and kind = $2', [
        arranged.applicant.personId,
        kind,
      ])
    ).rows;
  const makeDueAgain = () =>
    test.owner.query(`update outbox set due_at = now() - interval '1 year', offered_at = null where done_at is null`);
  const pdf = (number: string, actor: Case['applicant']) =>
    test.run((tx) => test.get(ReadCertificate).execute(tx, { number }), actor);

  it('the credential is in force before the document exists, and the document follows with a letter', async () => {
    const { arranged, credentialId, number } = await granted();
    expect(await issuancesOf(credentialId)).toMatchObject([{ state: 'pending', edition: 1, document_sha256: null }]);
    const state = await test.owner.query('select status from credential_state where credential_id = $1', [
      credentialId,
    ]);
    expect(state.rows[0].status).toBe('active');
    await expect(pdf(number, arranged.applicant)).rejects.toMatchObject({ code: 'credentials.document_not_ready' });

    await test.runEffects();
    expect(await issuancesOf(credentialId)).toMatchObject([{ state: 'stored' }]);
    const { bytes, fileName } = await pdf(number, arranged.applicant);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(fileName).toBe(`${number}.pdf`);
    expect(await lettersOf(arranged, 'credential-granted')).toHaveLength(1);
  });

  it('the certificate is for its holder and staff of its body, and not to be found by anyone else', async () => {
    const { arranged, number } = await granted();
    await test.runEffects();
    const elsewhere = await arrangeCase(test);
    for (const actor of [arranged.applicant, arranged.registrar, arranged.reviewer]) {
      expect((await pdf(number, actor)).bytes.length).toBeGreaterThan(1000);
    }
    const weak = { ...arranged.registrar, assurance: 'password' as const };
    for (const actor of [arranged.stranger, elsewhere.registrar, weak]) {
      await expect(pdf(number, actor)).rejects.toMatchObject({ kind: 'not_found' });
    }
  });

  it.each(['credential_issuance', 'letter'])(
    'a storing that breaks at %s leaves the credential findable, and the next try finishes it once',
    async (table) => {
      const { arranged, credentialId, number } = await granted();
      // Boulder's trick: the database itself breaks the write, for this one case.
      const when = table === 'letter' ? `new.kind = 'credential-granted'` : `new.state = 'stored'`;
      const event = table === 'letter' ? 'insert' : 'update';
      await test.owner.query(`
        create function break_it() returns trigger language plpgsql as $$ begin
          if ${when} and new.person_id = '${arranged.applicant.personId}' then raise exception 'the power went'; end if;
          return new; end $$;
        create trigger break_it before ${event} on ${table} for each row execute function break_it();`);
      try {
        await test.runEffects();
        expect(await issuancesOf(credentialId)).toMatchObject([{ state: 'pending' }]);
        const open = await test.owner.query(
          `select attempts, last_error from outbox where done_at is null and kind = 'credentials.produce-certificate'`,
        );
        expect(open.rows).toMatchObject([{ attempts: 1, last_error: expect.stringContaining('power went') }]);
        const state = await test.owner.query('select status from credential_state where credential_id = $1', [
          credentialId,
        ]);
        expect(state.rows[0].status).toBe('active');
      } finally {
        await test.owner.query(`drop trigger break_it on ${table}; drop function break_it();`);
      }
      await makeDueAgain();
      await test.runEffects();
      expect(await issuancesOf(credentialId)).toMatchObject([{ state: 'stored' }]);
      expect(await lettersOf(arranged, 'credential-granted')).toHaveLength(1);
      expect((await pdf(number, arranged.applicant)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    },
  );

  it.each(['credential_event', 'credential_state', 'credential_issuance', 'outbox', 'fact'])(
    'a grant that breaks at %s leaves nothing behind, and can be repeated',
    async (table) => {
      const arranged = await arrangeCase(test);
      const id = await admitted(test, arranged);
      await test.owner.query(`
        create function break_it() returns trigger language plpgsql as $$ begin raise exception 'the power went'; end $$;
        create trigger break_it before insert on ${table} for each row execute function break_it();`);
      try {
        await expect(decide(test, arranged.decider, id)).rejects.toThrow('the power went');
      } finally {
        await test.owner.query(`drop trigger break_it on ${table}; drop function break_it();`);
      }
      const { rows } = await test.owner.query(
        `select a.state, c.id as credential from application a left join credential c on c.application_id = a.id where a.id = $1`,
        [id],
      );
      expect(rows).toEqual([{ state: 'admitted', credential: null }]);
      await decide(test, arranged.decider, id);
      const again = await test.owner.query('select 1 from credential where application_id = $1', [id]);
      expect(again.rowCount).toBe(1);
    },
  );

  it('a name the fonts lack holds the document as work for staff, and never the standing', async () => {
    const { arranged, credentialId, number } = await granted('Rosalind 😀 Okonkwo');
    await test.runEffects();
    const [held] = await issuancesOf(credentialId);
    expect(held).toMatchObject({ state: 'held', held_characters: ['😀'] });
    const state = await test.owner.query('select status from credential_state where credential_id = $1', [
      credentialId,
    ]);
    expect(state.rows[0].status).toBe('active');

    const remake = (actor: Case['registrar'], printedName: string) =>
      test.run((tx) => test.get(RemakeDocument).execute(tx, { issuanceId: held.id, printedName }), actor);
    await expect(remake(arranged.applicant, 'Rosalind Okonkwo')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(remake(arranged.reviewer, 'Rosalind Okonkwo')).rejects.toMatchObject({ kind: 'not_found' });
    await expect(remake(arranged.registrar, '  ')).rejects.toMatchObject({ kind: 'invalid' });
    await remake(arranged.registrar, 'Rosalind Okonkwo');
    await test.runEffects();
    expect(await issuancesOf(credentialId)).toMatchObject([
      { state: 'replaced', edition: 1 },
      { state: 'stored', edition: 2 },
    ]);
    expect((await pdf(number, arranged.applicant)).bytes.length).toBeGreaterThan(1000);
    await expect(remake(arranged.registrar, 'Rosalind Okonkwo')).rejects.toMatchObject({
      code: 'credentials.document_not_held',
    });
  });

  it('nothing that was issued can be changed or removed by the product’s own logins', async () => {
    const { credentialId } = await granted();
    await test.runEffects();
    const change = (sql: string) => test.run((tx) => tx.manager.query(sql, [credentialId]));
    for (const sql of [
      `update credential set number = 'GS-2222-2222-2222-2' where id = $1`,
      'delete from credential where id = $1',
      `update credential_event set effective_on = '2020-01-01' where credential_id = $1`,
      'delete from credential_event where credential_id = $1',
      `update credential_issuance set payload = '{}' where credential_id = $1`,
      `update credential_issuance set state = 'pending' where credential_id = $1`,
      'delete from credential_issuance where credential_id = $1',
      `update credential_state set status = 'revoked' where credential_id = $1`,
      'delete from credential_state where credential_id = $1',
    ]) {
      await expect(change(sql)).rejects.toThrow(
        /permission denied|forbidden|never changes|not that of its newest line/,
      );
    }
  });
});
