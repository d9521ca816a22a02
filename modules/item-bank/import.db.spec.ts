import { useApp } from '../../test/support/app.js';
import { quizDefinitionSchema, Quizzes } from '../quizzes/quizzes.public.js';
import { arrangeBank, head, question, written, type Bank } from './testing/bank-case.js';
import { ImportItems } from './use-cases/import-items.js';

const COLUMNS =
  'kind,exam_domain,competency,difficulty,stem,option_a,why_a,option_b,why_b,option_c,why_c,right,references';
const line = (changes: Partial<Record<string, string>> = {}, number = 1): string => {
  const cells = {
    kind: 'single',
    exam_domain: 'advocacy',
    competency: 'core-1',
    difficulty: 'easy',
    stem: `"Imported ${number}, what comes first?"`,
    option_a: 'Listening',
    why_a: 'Help begins so.',
    option_b: 'Advising',
    why_b: 'Nobody asked.',
    option_c: '',
    why_c: '',
    right: 'a',
    references: 'Book one | Book two',
    ...changes,
  };
  return COLUMNS.split(',')
    .map((column) => (cells as Record<string, string>)[column] ?? '')
    .join(',');
};

describe('items that an author brings by file', () => {
  const test = useApp();
  let bank: Bank;
  beforeEach(async () => {
    bank = await arrangeBank(test);
  });

  const bring = (text: string, fileName = 'items.csv', by = bank.author) =>
    test.run(
      (tx) => test.get(ImportItems).execute(tx, { bodyId: bank.bodyId, fileName, bytes: Buffer.from(text) }),
      by,
    );
  const items = async () => {
    const { rows } = await test.owner.query('select count(*)::int as n from bank_item where body_id = $1', [
      bank.bodyId,
    ]);
    return rows[0].n as number;
  };
  const told = (...messages: string[]) => ({
    code: 'item_bank.not_imported',
    fields: messages.map((message) => ({ field: 'file', message: expect.stringContaining(message) })),
  });

  it('come in as drafts of theirs, all of them', async () => {
    const ordering = {
      kind: 'ordering',
      option_c: 'Asking',
      why_c: 'It opens.',
      right: 'a c b',
      stem: 'In which order?',
    };
    expect(await bring([COLUMNS, line(), '', line(ordering, 2)].join('\r\n'))).toMatchObject({ imported: 2 });
    const { rows } = await test.owner.query(
      'select kind, state, difficulty from bank_item_version where body_id = $1 order by id',
      [bank.bodyId],
    );
    expect(rows).toEqual([
      { kind: 'single', state: 'draft', difficulty: 'easy' },
      { kind: 'ordering', state: 'draft', difficulty: 'easy' },
    ]);
  });

  it('come in together or not at all: each line that needs attention is told by its number', async () => {
    const known = question({ stem: 'Known already', options: question().options.slice(0, 2) });
    await written(test, bank, known);
    const [a, b] = known.options;
    const asked = question();
    const quiz = quizDefinitionSchema.parse({
      code: `quiz-${bank.bodyId.slice(0, 8)}`,
      title: 'Lantern quiz',
      minutes_allowed: 10,
      pass_percent: 80,
      questions_per_attempt: 1,
      retake: { wait: 'PT0S', max_attempts: null },
      items: [{ ...asked, code: 'q', competency: 'core-1', exam_domain: 'advocacy', author: 'I', review: 'draft' }],
    });
    await test.run((tx) => test.get(Quizzes).publish(tx, quiz));
    const options = (list: readonly { text: string }[]) =>
      Object.fromEntries(list.map(({ text }, at) => [`option_${'abc'[at]}`, `"${text}"`]));
    const text = [
      COLUMNS,
      line(),
      line({ difficulty: 'so-so' }, 2),
      line({ right: 'a b' }, 3),
      line({ exam_domain: 'astronomy' }, 4),
      line({ stem: '"IMPORTED 1, what comes first?"' }, 5),
      line({ stem: 'Known already', ...options([a!, b!]) }, 6),
      line({ stem: `"${asked.stem}"`, ...options(asked.options), why_c: 'No.' }, 7),
      line({ why_b: '' }, 8),
    ].join('\n');
    await expect(bring(text)).rejects.toMatchObject(
      told(
        'Line 3: difficulty is easy, medium, hard',
        'Line 4: options: A single-answer item has one correct option, not 2',
        'Line 5: examDomain: Choose an exam domain of the list',
        'Line 6: the same question stands in line 2',
        'Line 7: another item of this bank asks the same',
        'Line 8: a course asks this question already',
        'Line 9: options.1.rationale:',
      ),
    );
    expect(await items()).toBe(1);
  });

  it('may be a list in YAML, told with the line of what is wrong', async () => {
    const yaml = (right: string) => `items:
  - exam_domain: advocacy
    competency: core-1
    difficulty: hard
    kind: single
    stem: What would you say first?
    options:
      - { key: a, text: Hello, rationale: It begins so., correct: ${right} }
      - { key: b, text: Goodbye, rationale: Too early. }
`;
    await expect(bring(yaml('false'), 'items.yaml')).rejects.toMatchObject(
      told('Line 8: options: a single-answer item'),
    );
    await expect(bring(yaml('maybe'), 'items.yaml')).rejects.toMatchObject(told('Line 8: options.0.correct'));
    await expect(bring('items: [', 'items.yml')).rejects.toMatchObject({ code: 'item_bank.not_imported' });
    expect(await items()).toBe(0);
    expect(await bring(yaml('true'), 'items.yaml')).toMatchObject({ imported: 1 });
  });

  it.each([
    ['a file without the columns', 'stem,right\nx,a', 'Line 1: the column kind is missing'],
    ['nothing but a header', COLUMNS, 'This file holds no items'],
    ['an open quotation mark', `${COLUMNS}\n"open`, 'Line 2'],
    ['no text at all', '\u0000\u0001', 'this one holds no text'],
  ])('are refused where there is %s', async (_, text, message) => {
    await expect(bring(text)).rejects.toMatchObject({
      fields: expect.arrayContaining([{ field: 'file', message: expect.stringContaining(message) }]),
    });
    expect(await items()).toBe(0);
  });

  it('are brought by authors of the body alone', async () => {
    const text = [COLUMNS, line()].join('\n');
    for (const by of [bank.reviewer, bank.psychometrician, bank.stranger, (await arrangeBank(test)).author]) {
      await expect(bring(text, 'items.csv', by)).rejects.toMatchObject({ kind: 'not_found' });
    }
    expect(head.examDomain).toBe('advocacy');
  });
});
