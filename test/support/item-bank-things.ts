import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/kernel/actor.js';
import type { TestApp } from './app.js';
import { call, type Caller } from './caller.js';
import { insertPerson } from './factories/person.js';

/** The roles of the bank, by the kinds of caller that hold them beside their own. */
export const BANK_ROLES = [
  ['decider', 'item-author'],
  ['decider', 'item-judge'],
  ['reviewer', 'item-reviewer'],
  ['registrar', 'psychometrician'],
] as const satisfies [string, Role][];

/** A body and those of its staff who work in the bank. */
export interface BankWorld {
  bodyId: string;
  staff: Record<(typeof BANK_ROLES)[number][0], Caller>;
}

/** Gives a person a role at a body, from the beginning on. */
export async function giveRole(test: TestApp, personId: string, bodyId: string, role: Role): Promise<void> {
  await test.owner.query(
    `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
     values ($1, $2, 'certifying-body', $3, $4, '2020-01-01', now())`,
    [randomUUID(), bodyId, personId, role],
  );
}

async function send(test: TestApp, by: Caller, path: string, body: object): Promise<Record<string, string>> {
  const answer = await call(test, by, { method: 'POST', path: `/api/v1/item-bank${path}`, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as Record<string, string>;
}

async function newest(test: TestApp, itemId: string | undefined): Promise<string> {
  const { rows } = await test.owner.query(
    'select id from bank_item_version where item_id = $1 order by number desc limit 1',
    [itemId],
  );
  return (rows[0] as { id: string }).id;
}

/** An item of two versions, the second one reviewed; made as the body's people make it. */
export async function bankItem(test: TestApp, { bodyId, staff }: BankWorld): Promise<string> {
  const head = { bodyId, examDomain: 'advocacy', competency: 'core-1', difficulty: 'easy' };
  const content = (text: string) => ({
    kind: 'single',
    stem: `Invented question ${text}`,
    options: [
      { key: 'a', text: 'One', rationale: 'Yes.', correct: true },
      { key: 'b', text: 'Two', rationale: 'No.' },
    ],
  });
  const { itemId } = await send(test, staff.decider, '/items', { ...head, content: content(randomUUID()) });
  const basedOn = await newest(test, itemId);
  await send(test, staff.decider, `/items/${itemId}/versions`, { ...head, basedOn, content: content(randomUUID()) });
  const versionId = await newest(test, itemId);
  await send(test, staff.decider, `/items/${itemId}/moves`, { versionId, move: 'hand_in' });
  await send(test, staff.reviewer, `/items/${itemId}/moves`, { versionId, move: 'review' });
  return itemId ?? '';
}

/** A study that is open, in which the decider judges. */
export async function bankStudy(test: TestApp, world: BankWorld): Promise<string> {
  const { bodyId, staff } = world;
  const versionIds = [await newest(test, await bankItem(test, world))];
  const study = { bodyId, title: 'Invented study', rounds: 1, versionIds };
  const { studyId } = await send(test, staff.registrar, '/studies', study);
  const colleague = await insertPerson(test.owner, 'Jo Judge', `${randomUUID()}@example.test`);
  await giveRole(test, colleague, bodyId, 'item-judge');
  for (const judgeId of [staff.decider.personId, colleague]) {
    await send(test, staff.registrar, `/studies/${studyId}/judges`, { judgeId });
  }
  await send(test, staff.registrar, `/studies/${studyId}/moves`, { move: 'open' });
  return studyId ?? '';
}
