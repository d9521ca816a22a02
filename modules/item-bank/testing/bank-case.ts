import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '../../../src/config/project-root.js';
import type { PersonActor, Role } from '../../../src/kernel/actor.js';
import type { TestApp } from '../../../test/support/app.js';
import { insertPerson } from '../../../test/support/factories/person.js';
import { Competencies } from '../../competencies/competencies.public.js';
import type { ItemContent } from '../domain/item.js';
import type { ItemMove } from '../domain/item-state.js';
import { MoveItem } from '../use-cases/move-item.js';
import { WriteItem } from '../use-cases/write-item.js';

/** A body with everybody who works in its bank. */
export interface Bank {
  bodyId: string;
  author: PersonActor;
  otherAuthor: PersonActor;
  reviewer: PersonActor;
  psychometrician: PersonActor;
  judges: PersonActor[];
  administrator: PersonActor;
  stranger: PersonActor;
}

export async function arrangeBank(test: TestApp): Promise<Bank> {
  await test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content')));
  const bodyId = await insertOrganization(test, 'certifying-body');
  const staff = (name: string, ...roles: Role[]) => employed(test, name, bodyId, ...roles);
  return {
    bodyId,
    author: await staff('Aila Author', 'item-author'),
    otherAuthor: await staff('Otis Author', 'item-author'),
    reviewer: await staff('Rhea Reviewer', 'item-reviewer'),
    psychometrician: await staff('Piet Psychometrician', 'psychometrician'),
    judges: [await staff('Jo Judge', 'item-judge'), await staff('Jan Judge', 'item-judge')],
    administrator: await staff('Ada Administrator', 'administrator'),
    stranger: await staff('Stefan Stranger'),
  };
}

export async function insertOrganization(
  test: TestApp,
  kind: 'certifying-body' | 'training-provider',
): Promise<string> {
  const id = randomUUID();
  await test.owner.query(
    `insert into organization (id, kind, slug, name, address, time_zone, contact_email, created_at)
     values ($1, $2, $3, 'Juniper Valley Board (invented)', '1 Invented Road', 'America/Chicago', 'desk@example.test', now())`,
    [id, kind, `organization-${id}`],
  );
  return id;
}

/** A person with roles at a body, acting with a second factor. */
export async function employed(test: TestApp, name: string, bodyId: string, ...roles: Role[]): Promise<PersonActor> {
  const personId = await insertPerson(test.owner, name, `${randomUUID()}@example.test`);
  for (const role of roles) await appoint(test, personId, bodyId, role);
  const memberships = roles.map((role) => {
    return { organizationId: bodyId, organizationKind: 'certifying-body' as const, role };
  });
  return { kind: 'person', personId, sessionId: randomUUID(), assurance: 'two-factor', memberships };
}

/** Straight into the table, past what the use case would tell. */
export async function appoint(test: TestApp, personId: string, organizationId: string, role: Role): Promise<void> {
  await test.owner.query(
    `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
     select $1, $2, kind, $3, $4, '2020-01-01', $5 from organization where id = $2`,
    [randomUUID(), organizationId, personId, role, (await test.clock.now()).toString()],
  );
}

let count = 0;

/** A plainly invented question that nobody asked before. */
export function question(changes: Partial<ItemContent> = {}): ItemContent {
  count += 1;
  return {
    kind: 'single',
    stem: `Lantern question ${count}: what comes first?`,
    options: [
      { key: 'a', text: `Listening, number ${count}`, rationale: 'It is how help begins.', correct: true },
      { key: 'b', text: `Advising, number ${count}`, rationale: 'Nobody asked for it yet.' },
      { key: 'c', text: `Leaving, number ${count}`, rationale: 'The person came to be heard.' },
    ],
    references: ['Invented Handbook, page 7'],
    ...changes,
  };
}

export const head = { examDomain: 'advocacy', competency: 'core-1', difficulty: 'medium' } as const;

/** @returns the item's id and that of its first version */
export async function written(
  test: TestApp,
  { bodyId, author }: Pick<Bank, 'bodyId' | 'author'>,
  content: ItemContent = question(),
): Promise<{ itemId: string; versionId: string }> {
  const { itemId } = await test.run((tx) => test.get(WriteItem).create(tx, { ...head, bodyId, content }), author);
  return { itemId, versionId: await newestOf(test, itemId) };
}

export async function newestOf(test: TestApp, itemId: string): Promise<string> {
  const { rows } = await test.owner.query(
    'select id from bank_item_version where item_id = $1 order by number desc limit 1',
    [itemId],
  );
  return rows[0].id;
}

export function move(
  test: TestApp,
  item: { itemId: string; versionId: string },
  [step, note]: readonly [step: ItemMove, note?: string],
  by: PersonActor,
): Promise<{ itemId: string }> {
  return test.run((tx) => test.get(MoveItem).execute(tx, { ...item, move: step, note }), by);
}

/** Through review and pretest, as far as asked. */
export async function broughtTo(
  test: TestApp,
  bank: Bank,
  state: 'reviewed' | 'pretest' | 'active',
  content?: ItemContent,
): Promise<{ itemId: string; versionId: string }> {
  const item = await written(test, bank, content);
  await move(test, item, ['hand_in'], bank.author);
  await move(test, item, ['review'], bank.reviewer);
  if (state !== 'reviewed') await move(test, item, ['pretest'], bank.psychometrician);
  if (state === 'active') await move(test, item, ['activate'], bank.psychometrician);
  return item;
}

export async function stateOf(test: TestApp, versionId: string): Promise<string> {
  const { rows } = await test.owner.query('select state from bank_item_version where id = $1', [versionId]);
  return rows[0]?.state;
}
