import { useApp } from '../../../test/support/app.js';
import { systemActor, type Actor } from '../../kernel/actor.js';
import { Transaction, type Tx } from './transaction.js';

const PERSON = '01900000-0000-7000-8000-000000000001';
const BODY = '01900000-0000-7000-8000-000000000002';
const person: Actor = {
  kind: 'person',
  personId: PERSON,
  sessionId: 's',
  assurance: 'password',
  memberships: ['reviewer', 'registrar'].map((role) => ({
    organizationId: BODY,
    organizationKind: 'certifying-body',
    role: role as 'reviewer' | 'registrar',
  })),
};

describe('a transaction', () => {
  const test = useApp();
  const transaction = () => test.get(Transaction);
  const whoActs = async ({ manager }: Tx): Promise<unknown> =>
    (
      await manager.query(`select coalesce(current_setting('app.person', true), '') as person,
        coalesce(current_setting('app.body', true), '') as body`)
    )[0];

  it('tells the database who acts, and for which bodies', async () => {
    const told = await transaction().run({ actor: person, requestId: 'r' }, whoActs);
    expect(told).toEqual({ person: PERSON, body: BODY });
  });

  it('leaves nothing of it behind for the next who gets the connection', async () => {
    const after = async () => {
      await transaction().run({ actor: person, requestId: 'r' }, whoActs);
      return transaction().run({ actor: systemActor('tests'), requestId: 'r' }, whoActs);
    };
    expect(await Promise.all(Array.from({ length: 12 }, after))).toEqual(Array(12).fill({ person: '', body: '' }));
  });

  it('that reads writes nothing', async () => {
    const write = ({ manager }: Tx) => manager.query(`delete from idempotency`);
    for (const actor of [person, systemActor('tests')]) {
      await expect(transaction().read({ actor, requestId: 'r' }, write)).rejects.toThrow('read-only');
    }
  });

  it('that reads sees one moment, whatever others commit meanwhile', async () => {
    const rows = async ({ manager }: Tx): Promise<number> =>
      (await manager.query('select count(*)::int as n from idempotency'))[0].n;
    const [before, after] = await transaction().read({ actor: person, requestId: 'r' }, async (tx) => {
      const first = await rows(tx);
      await test.owner.query(`insert into idempotency (key, request_hash, created_at) values ('k', 'h', now())`);
      return [first, await rows(tx)];
    });
    expect(after).toBe(before);
  });

  it('of a single statement is committed by it', async () => {
    const single = transaction().single({ actor: systemActor('tests'), requestId: 'r' }, async ({ manager, now }) => {
      const values = ['single', 'h', now.toString()];
      await manager.query(`insert into idempotency (key, request_hash, created_at) values ($1, $2, $3)`, values);
      throw new Error('afterwards');
    });
    await expect(single).rejects.toThrow('afterwards');
    const { rows } = await test.owner.query(`select from idempotency where key = 'single'`);
    expect(rows).toHaveLength(1);
  });
});
