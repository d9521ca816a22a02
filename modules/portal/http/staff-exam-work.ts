import type { Role } from '../../../src/kernel/actor.js';
import type { StaffHome } from '../use-cases/read-staff-home.js';

/** A line of the home page of staff: whose, where it leads, and what is counted there. */
export type Work = [
  role: Role,
  title: string,
  href: string,
  hint: string,
  counts?: keyof StaffHome['waiting'],
  words?: string,
];

/** What each role does with exam items and forms. */
export const ITEM_BANK: Work[] = [
  ['item-author', 'Exam items', '/desk/item-bank?show=mine', 'Write items, edit them, hand them in'],
  [
    'item-reviewer',
    'Review exam items',
    '/desk/item-bank?show=waiting',
    'A second person reviews each version',
    'itemsToReview',
  ],
  ['psychometrician', 'The bank of exam items', '/desk/item-bank', 'Into pretest, into use, and out of it'],
  ['psychometrician', 'Cut score studies', '/desk/item-bank/studies', 'Judges, rounds and what came out'],
  ['psychometrician', 'Exams sat here', '/desk/exams', 'Blueprints, forms and what they cover', 'forms', 'to approve'],
  ['psychometrician', 'Exam statistics', '/desk/exams/statistics', 'How forms and their items did'],
  [
    'psychometrician',
    'Challenges of exam items',
    '/desk/exams/remarks',
    'What candidates say; decide what you had no part in',
    'challenges',
    'to decide',
  ],
  [
    'psychometrician',
    'Rescoring',
    '/desk/exams/rescorings',
    'Score forms again by a key that was put right',
    'secondWords',
    'for a second person',
  ],
  [
    'item-reviewer',
    'Challenges of exam items',
    '/desk/exams/remarks',
    'What candidates say; decide what you had no part in',
    'challenges',
    'to decide',
  ],
  [
    'item-judge',
    'Items to judge',
    '/desk/item-bank/judging',
    'Studies that are open and wait for your estimates',
    'itemsToJudge',
    'to judge',
  ],
];

/** What each role that watches over rooms has. */
export const EXAM_ROOMS: Work[] = (['proctor', 'registrar', 'administrator'] as const).map((role) => [
  role,
  'Exam rooms',
  '/desk/exams',
  'Who is expected, who sits, time given back; never an answer',
  'voids',
  'for a second person',
]);
