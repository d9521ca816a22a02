import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/config/project-root.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import { rewording } from './rewording.js';
import { inWords, wordingFile } from './wording.js';

const read = (file: string) =>
  wordingFile.parse(parse(readFileSync(join(projectRoot, 'content/schemes', file), 'utf8')));
const english = read('wording.en.yaml');
const spanish = read('translations/wording.es.yaml');
const reword = rewording(english, spanish);

const VALUES: Message['values'] = {
  amount: 3,
  attempts: 4,
  count: 2,
  date: '2026-11-21',
  documents: 'high_school|job_description|high_school_diploma',
  event: 'exam_passed',
  from_date: '2026-10-01',
  max: 60,
  min: 18,
  minutes: 750,
  part: 'in_service',
  pass: 500,
  percent: 51,
  topic: 'law_ethics',
  unit: 'credits',
};
const sections = { clause: english.clauses, checkpoint: english.checkpoints };
const MESSAGES: Message[] = [
  ...Object.entries(sections).flatMap(([name, words]) =>
    Object.keys(words).map((code) => ({ code: `${name}.${code}` })),
  ),
  ...Object.keys(english.topics).map((topic) => ({ code: 'topic', values: { topic } })),
  ...Object.keys(english.messages).map((code) => ({ code, values: VALUES })),
];

/** A message as a page says it. */
function said(message: Message, wording: typeof english): string {
  const clause: Clause<Message> = {
    id: 'one',
    title: message,
    state: 'met',
    counted: [],
    notCounted: [],
    reasons: [],
    earliestOn: null,
    children: [],
  };
  const tree = { clauses: [clause], met: true, onDate: Temporal.PlainDate.from('2026-11-21'), earliestOn: null };
  return inWords(tree as unknown as EligibilityTree<Message>, wording).clauses[0]?.title ?? '';
}

describe('the words of rules in another language', () => {
  it.each(MESSAGES.map((message) => [message.code, message] as const))(
    'are found by what the English says: %s',
    (_, message) => {
      expect(reword(said(message, english))).toBe(said(message, spanish));
    },
  );

  it('are not made up for what the English does not say', () => {
    expect(reword('Bring a cake.')).toBeUndefined();
    expect(reword('A copy of a letter by my aunt.')).toBe('Una copia de a letter by my aunt.');
  });
});
