import { useApp } from '../../test/support/app.js';
import { arrangeCase, type Case } from '../certification/testing/certification-case.js';
import { renewalCase } from './testing/renewal-case.js';
import { ReadRenewalDesk } from './use-cases/read-renewal-desk.js';

describe('renewals that wait at a body', () => {
  const test = useApp();
  const { on, holder, enough, submit, confirm, giveBack } = renewalCase(test);

  it('are nobody else’s: not another person’s, a reviewer’s, another body’s, a registrar’s without the second factor', async () => {
    const held = await holder();
    await enough(held);
    const elsewhere = await arrangeCase(test);
    on('2028-10-01');
    await expect(submit(held, held.arranged.stranger)).rejects.toMatchObject({ kind: 'not_found' });
    const { id } = await submit(held);
    const weak = { ...held.arranged.registrar, assurance: 'password' as const };
    for (const actor of [held.arranged.reviewer, held.arranged.stranger, elsewhere.registrar, weak]) {
      await expect(confirm(id, actor)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(giveBack(id, actor)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(test.run((tx) => test.get(ReadRenewalDesk).one(tx, id), actor)).rejects.toMatchObject({
        kind: 'not_found',
      });
    }
    const queue = (actor: Case['applicant']) => test.run((tx) => test.get(ReadRenewalDesk).waiting(tx), actor);
    expect((await queue(elsewhere.registrar)).renewals).toEqual([]);
    expect((await queue(held.arranged.registrar)).renewals).toMatchObject([{ id, number: held.number }]);
  });

  it('are neither confirmed nor returned by their own holder', async () => {
    const held = await holder();
    await enough(held);
    on('2028-10-01');
    const { id } = await submit(held);
    const own = { ...held.arranged.registrar, personId: held.arranged.applicant.personId };
    await expect(confirm(id, own)).rejects.toMatchObject({ code: 'renewals.own' });
    await expect(giveBack(id, own)).rejects.toMatchObject({ code: 'renewals.own' });
  });

  it('are read page by page, the term that ends first first, nobody twice', async () => {
    const held = await holder();
    const { bodyId } = held.arranged;
    await test.owner.query(
      `insert into renewal (id, body_id, person_id, credential_id, number, title, scheme_version_id, term_ends_on,
                            submitted_on, submitted_at, late)
       select gen_random_uuid(), $1, $2, $3, $4, 'Peer Recovery', $5, date '2030-01-01' + (n / 2), '2028-10-01', now(), false
       from generate_series(0, 118, 2) n`,
      [bodyId, held.arranged.applicant.personId, held.credentialId, held.number, held.arranged.schemeVersionId],
    );
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await test.run((tx) => test.get(ReadRenewalDesk).waiting(tx, after), held.arranged.registrar);
      seen.push(...page.renewals.map(({ termEndsOn }) => termEndsOn));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toEqual(seen.toSorted());
  });
});
