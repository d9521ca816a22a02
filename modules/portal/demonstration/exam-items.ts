import { stringify } from 'csv-stringify/sync';
import type { ApiClient } from './api-client.js';
import { IN_USE, SITUATIONS, TRIED_OUT } from './exam-situations.js';
import type { StaffDesk } from './staff-desk.js';

const DIFFICULTIES = ['easy', 'medium', 'hard'];

interface ListedItem {
  itemId: string;
  versionId: string;
  itemNumber: number;
}

/**
 * Items in every state, a pair of enemies, and a study that is closed, made as the people of the body make them.
 * @returns the body, and the study that an exam can rest on
 */
export async function fillItemBank(desk: StaffDesk): Promise<{ bodyId: string; studyId: string }> {
  const [author, reviewer, lead] = [
    await desk.as('item-author'),
    await desk.as('item-reviewer'),
    await desk.as('psychometrician'),
  ];
  const bodyId = await bodyOf(lead);
  const contentBase64 = Buffer.from(asCsv()).toString('base64');
  await author.post('/api/v1/item-bank/imports', { bodyId, file: { fileName: 'items.csv', contentBase64 } });
  const items = (await allItems(author)).toSorted((a, b) => a.itemNumber - b.itemNumber);
  const move = (by: ApiClient, { itemId, versionId }: ListedItem, step: string, note?: string) =>
    by.post(`/api/v1/item-bank/items/${itemId}/moves`, { versionId, move: step, sealedNote: note });
  const last = items.length - 1;
  // Each item goes its own way, so they go side by side. The last stays a draft; the one before it waits for review, and one more came back.
  const bring = async (item: ListedItem, at: number): Promise<void> => {
    if (at === last) return;
    await move(author, item, 'hand_in');
    if (at === last - 1) return;
    if (at === last - 2)
      await move(reviewer, item, 'return', 'Could the second option be a little closer to the first?');
    else await move(reviewer, item, 'review');
    if (at < IN_USE + TRIED_OUT) await move(lead, item, 'pretest');
    if (at < IN_USE) await move(lead, item, 'activate');
  };
  await Promise.all(items.map(bring));
  await lead.post(`/api/v1/item-bank/items/${items[0]?.itemId}/enemies`, { number: 2, reason: 'too_alike' });
  return { bodyId, studyId: await study(desk, lead, bodyId, items.slice(0, IN_USE)) };
}

/** The list comes a page at a time. */
async function allItems(author: ApiClient): Promise<ListedItem[]> {
  const found: ListedItem[] = [];
  for (let after: string | null = ''; after !== null;) {
    const query: string = after && `?after=${after}`;
    const page: { items: ListedItem[]; next: string | null } = await author.get(`/api/v1/item-bank/items${query}`);
    found.push(...page.items);
    after = page.next;
  }
  return found;
}

async function study(desk: StaffDesk, lead: ApiClient, bodyId: string, items: readonly ListedItem[]): Promise<string> {
  const versionIds = items.map(({ versionId }) => versionId);
  const { studyId } = await lead.post<{ studyId: string }>('/api/v1/item-bank/studies', {
    bodyId,
    title: 'Spring form (invented)',
    rounds: 1,
    versionIds,
  });
  const path = `/api/v1/item-bank/studies/${studyId}`;
  const { candidates } = await lead.get<{ candidates: { id: string }[] }>(path);
  for (const { id: judgeId } of candidates) await lead.post(`${path}/judges`, { judgeId });
  await lead.post(`${path}/moves`, { move: 'open' });
  for (const place of candidates.keys()) {
    const estimates = versionIds.map((versionId, at) => ({
      versionId,
      percent: 55 + place * 3 + ((at * 7 + place * 5) % 30),
    }));
    const judge = await desk.as('item-judge', place);
    await judge.put(`/api/v1/item-bank/judging/${studyId}/estimates`, { estimates });
  }
  await lead.post(`${path}/moves`, { move: 'close' });
  return studyId;
}

/** The body of whoever leads studies there. */
async function bodyOf(lead: ApiClient): Promise<string> {
  const { bodyId } = await lead.get<{ bodyId: string }>('/api/v1/item-bank/items');
  return bodyId;
}

function asCsv(): string {
  const rows = SITUATIONS.map(([examDomain, competency, situation, stem, right, other, third], at) => ({
    kind: 'single',
    exam_domain: examDomain,
    competency,
    difficulty: DIFFICULTIES[at % 3],
    scenario: situation,
    stem,
    option_a: other,
    why_a: 'It leaves the person out.',
    option_b: right,
    why_b: 'It stays with the person and what they choose.',
    option_c: third,
    why_c: 'It settles something, and not what was asked.',
    right: 'b',
    references: 'Invented handbook, chapter 1',
  }));
  return stringify(rows, { header: true });
}
