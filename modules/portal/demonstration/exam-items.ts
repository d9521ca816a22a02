import { stringify } from 'csv-stringify/sync';
import type { ApiClient } from './api-client.js';
import type { StaffDesk } from './staff-desk.js';

/** What is asked is of no exam: short, plainly invented, and only there so that the bank of a demonstration is not empty. */
const SITUATIONS: [domain: string, competency: string, situation: string, right: string, other: string][] = [
  [
    'advocacy',
    'core-11',
    'Somebody is told that a form cannot be appealed.',
    'Find out together what the rule says',
    'Tell them to let it go',
  ],
  [
    'advocacy',
    'core-6',
    'Somebody looks for a place to live.',
    'Ask what matters to them in a place',
    'Choose a place for them',
  ],
  [
    'advocacy',
    'core-10',
    'A team meets about a person who is not there.',
    'Ask that the person be invited',
    'Speak in their place without asking',
  ],
  [
    'mentoring_education',
    'core-3',
    'Somebody asks how you got through a hard year.',
    'Tell a little of what helped you, and listen',
    'Tell all of it from the beginning',
  ],
  [
    'mentoring_education',
    'core-7',
    'Somebody wants to learn to use the bus.',
    'Ride along the first time, as they wish',
    'Hand over a leaflet and leave',
  ],
  [
    'mentoring_education',
    'core-1',
    'A first meeting begins in silence.',
    'Give it time, and say who you are',
    'Fill it with questions',
  ],
  [
    'recovery_wellness_support',
    'core-5',
    'Somebody has a goal that seems too large.',
    'Ask for a first small step',
    'Suggest another goal',
  ],
  [
    'recovery_wellness_support',
    'core-2',
    'Somebody kept an appointment they feared.',
    'Say what you saw them do',
    'Move on to the next one',
  ],
  [
    'recovery_wellness_support',
    'core-8',
    'Somebody says that tonight feels hard.',
    'Ask what helped on other nights',
    'Say that it will pass',
  ],
  [
    'ethical_responsibility',
    'core-12',
    'You are tired after three long days.',
    'Speak of it in supervision',
    'Keep it to yourself',
  ],
  [
    'ethical_responsibility',
    'core-9',
    'A neighbor asks whom you support.',
    'Say that you cannot speak of it',
    'Tell only the first name',
  ],
  [
    'ethical_responsibility',
    'core-4',
    'Somebody offers you a gift.',
    'Talk about what it means, and ask your supervisor',
    'Take it so as not to offend',
  ],
];

const DIFFICULTIES = ['easy', 'medium', 'hard'];

interface ListedItem {
  itemId: string;
  versionId: string;
  itemNumber: number;
}

/** Items in every state, a pair of enemies, and a study that is closed, made as the people of the body make them. */
export async function fillItemBank(desk: StaffDesk): Promise<void> {
  const [author, reviewer, lead] = [
    await desk.as('item-author'),
    await desk.as('item-reviewer'),
    await desk.as('psychometrician'),
  ];
  const bodyId = await bodyOf(lead);
  const contentBase64 = Buffer.from(asCsv()).toString('base64');
  await author.post('/api/v1/item-bank/imports', { bodyId, file: { fileName: 'items.csv', contentBase64 } });
  const { items } = await author.get<{ items: ListedItem[] }>('/api/v1/item-bank/items');
  const byNumber = items.toSorted((a, b) => a.itemNumber - b.itemNumber);
  const move = (by: ApiClient, { itemId, versionId }: ListedItem, step: string, note?: string) =>
    by.post(`/api/v1/item-bank/items/${itemId}/moves`, { versionId, move: step, sealedNote: note });
  for (const [at, item] of byNumber.entries()) {
    // The last stays a draft; the one before it waits for review, and one more came back.
    if (at === 11) continue;
    await move(author, item, 'hand_in');
    if (at === 10) continue;
    if (at === 9) await move(reviewer, item, 'return', 'Could the second option be a little closer to the first?');
    else await move(reviewer, item, 'review');
    if (at < 7) await move(lead, item, 'pretest');
    if (at < 5) await move(lead, item, 'activate');
  }
  await lead.post(`/api/v1/item-bank/items/${byNumber[0]?.itemId}/enemies`, { number: 2, reason: 'too_alike' });
  await study(desk, lead, bodyId, byNumber.slice(0, 7));
}

async function study(desk: StaffDesk, lead: ApiClient, bodyId: string, items: readonly ListedItem[]): Promise<void> {
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
    const estimates = versionIds.map((versionId, at) => ({ versionId, percent: 55 + ((at * 7 + place * 5) % 30) }));
    const judge = await desk.as('item-judge', place);
    await judge.put(`/api/v1/item-bank/judging/${studyId}/estimates`, { estimates });
  }
  await lead.post(`${path}/moves`, { move: 'close' });
}

/** The body of whoever leads studies there. */
async function bodyOf(lead: ApiClient): Promise<string> {
  const { bodyId } = await lead.get<{ bodyId: string }>('/api/v1/item-bank/items');
  return bodyId;
}

function asCsv(): string {
  const rows = SITUATIONS.map(([examDomain, competency, situation, right, other], at) => ({
    kind: 'single',
    exam_domain: examDomain,
    competency,
    difficulty: DIFFICULTIES[at % 3],
    scenario: situation,
    stem: `What is a good first step? (invented item ${at + 1})`,
    option_a: other,
    why_a: 'It leaves the person out.',
    option_b: right,
    why_b: 'It stays with the person and what they choose.',
    option_c: 'Wait until somebody else decides',
    why_c: 'Nobody is helped by waiting.',
    right: 'b',
    references: 'Invented handbook, chapter 1',
  }));
  return stringify(rows, { header: true });
}
