import { randomUUID } from 'node:crypto';
import { useApp } from '../../../test/support/app.js';
import { appealMoves, complaintMoves, sanctionMoves, type MoveTable } from '../domain/moves.js';
import { arrangeConduct, complain, type ConductCase } from '../testing/conduct-case.js';

const machines = [
  ['complaint', complaintMoves as MoveTable<string, string>],
  ['sanction', sanctionMoves as MoveTable<string, string>],
  ['appeal', appealMoves as MoveTable<string, string>],
] as const;

describe('the moves of conduct, in the database', () => {
  const test = useApp();
  let arranged: ConductCase;
  beforeAll(async () => {
    arranged = await arrangeConduct(test);
  });

  it.each(machines)('of a %s are exactly those of the domain', async (machine, table) => {
    const { rows } = await test.owner.query(`select move, from_state, to_state from ${machine}_move`);
    const inCode = Object.entries(table).flatMap(([move, ways]) =>
      Object.entries(ways).map(([from, to]) => `${from} ${move} ${to}`),
    );
    const inDatabase = rows.map(({ move, from_state, to_state }) => `${from_state} ${move} ${to_state}`);
    expect(inDatabase.toSorted()).toEqual(inCode.toSorted());
  });

  it.each(machines)(
    'of a %s: every other one is refused from every state',
    async (machine, table) => {
      const id = await subject(machine);
      const moves = Object.keys(table);
      const states = [...new Set(Object.values(table).flatMap((ways) => Object.entries(ways).flat() as string[]))];
      for (const from of states) {
        for (const move of moves) {
          for (const to of states) {
            if (table[move]?.[from] !== to) await expect(step(machine, id, [move, from, to])).rejects.toThrow();
          }
        }
      }
      expect((await test.owner.query(`select 1 from ${machine}_event where ${machine}_id = $1`, [id])).rowCount).toBe(
        0,
      );
    },
    60_000,
  );

  it.each(machines)('of a %s start where it stands, and nobody writes the state themselves', async (machine, table) => {
    const id = await subject(machine);
    const { rows } = await test.owner.query(`select state from ${machine} where id = $1`, [id]);
    const allowed = Object.entries(table).flatMap(([move, ways]) =>
      Object.entries(ways).map(([from, to]) => [move, from, to as string] as const),
    );
    for (const [move, from, to] of allowed.filter(([, start]) => start !== rows[0].state)) {
      await expect(step(machine, id, [move, from, to])).rejects.toThrow();
    }
    const write = test.run((tx) => tx.manager.query(`update ${machine} set state = 'x' where id = $1`, [id]));
    await expect(write).rejects.toThrow('permission denied');
  });

  it('never let a sanction take effect before its day', async () => {
    const id = await subject('sanction', 'pending');
    await expect(step('sanction', id, ['take_effect', 'pending', 'in_effect'])).rejects.toThrow('still has time');
  });

  it('never let a sanction begin on the day it is decided, nor begin in effect', async () => {
    await expect(subject('sanction', 'in_effect')).rejects.toThrow('begins pending');
    await expect(subject('sanction', 'pending', '2026-11-21')).rejects.toThrow('sanction_after_notice');
  });

  /** A row of the machine at its beginning. */
  async function subject(machine: string, state = 'pending', effectiveOn = '2026-12-30'): Promise<string> {
    const { bodyId, credentialId, third } = arranged;
    const personId = arranged.applicant.personId;
    const complaintId = await complain(test, arranged);
    if (machine === 'complaint') return complaintId;
    const id = randomUUID();
    await test.run((tx) =>
      tx.manager.query(
        `insert into sanction (id, body_id, person_id, complaint_id, credential_id, kind, emergency, reason_code, decided_by,
           decided_on, effective_on, state, state_since, created_at)
         values ($1, $2, $3, $4, $5, 'suspension', false, 'code_not_kept', $6, '2026-11-21', $7, $8, now(), now())`,
        [id, bodyId, personId, complaintId, credentialId, third.personId, effectiveOn, state],
      ),
    );
    if (machine === 'sanction') return id;
    const [decisionId, appealId] = [randomUUID(), randomUUID()];
    await test.owner.query(
      `insert into appealable_decision (id, body_id, person_id, kind, scheme_version_id, sanction_id, decided_on, file_by, created_at)
       values ($1, $2, $3, 'suspension', $4, $5, '2026-11-21', '2099-01-01', now())`,
      [decisionId, bodyId, personId, arranged.schemeVersionId, id],
    );
    await test.owner.query(
      `insert into appeal (id, body_id, person_id, decision_id, grounds, decide_by, state_since, created_at)
       values ($1, $2, $3, $4, '{procedure}', '2027-01-01', now(), now())`,
      [appealId, bodyId, personId, decisionId],
    );
    return appealId;
  }

  /** Writes a step as the web process would, past the use cases; everything but the move is in order. */
  async function step(machine: string, id: string, [move, from, to]: readonly [string, string, string]): Promise<void> {
    const own = move === 'answer' || move === 'withdraw';
    const actor = own ? arranged.applicant.personId : arranged.fourth.personId;
    const common = [randomUUID(), id, arranged.bodyId, arranged.applicant.personId, move, from, to, actor];
    const more =
      machine === 'sanction'
        ? { columns: '', values: '' }
        : {
            columns: `, assignee_id, outcome, codes${machine === 'complaint' ? ', due_on' : ''}`,
            values: `, ${move === 'assign' ? `'${arranged.handler.personId}'` : 'null'}, ${outcomeOf(machine, move, to)}, '{x}'${
              machine === 'complaint' ? `, '2026-12-01'` : ''
            }`,
          };
    await test.run((tx) =>
      tx.manager.query(
        `insert into ${machine}_event (id, ${machine}_id, body_id, person_id, move, from_state, to_state, actor_person_id,
           happened_on, recorded_at${more.columns})
         values ($1, $2, $3, $4, $5, $6, $7, $8, '2026-11-21', now()${more.values})`,
        common,
      ),
    );
  }

  function outcomeOf(machine: string, move: string, to: string): string {
    if (machine === 'complaint')
      return move === 'dismiss' ? `'dismissed'` : move === 'sanction' ? `'suspension'` : 'null';
    return ['uphold', 'overturn', 'send_back'].includes(move) && ['upheld', 'overturned', 'sent_back'].includes(to)
      ? `'${to}'`
      : 'null';
  }
});
