import { exampleItem, exampleQuiz } from '../testing/example-quiz.js';
import { quizDefinitionSchema } from './quiz-definition.js';

function problemsOf(definition: unknown): string[] {
  const result = quizDefinitionSchema.safeParse(definition);
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

const withItem = (change: object) =>
  exampleQuiz({ items: [{ ...exampleItem(0), ...change }], questions_per_attempt: 1 });
const option = (key: string, more: object) => ({ key, text: 'Text', rationale: 'Why', ...more });

describe('the definition of a quiz', () => {
  it('is accepted as its authors write it', () => expect(problemsOf(exampleQuiz())).toEqual([]));

  it.each([
    ['a key that is not known', { ...exampleQuiz(), minutes: 20 }, 'Unrecognized key: "minutes"'],
    ['more questions than items', exampleQuiz({ questions_per_attempt: 13 }), 'there are only 12 items'],
    [
      'the same item twice',
      exampleQuiz({ items: [exampleItem(0), exampleItem(0)], questions_per_attempt: 1 }),
      'twice',
    ],
    ['a wait in words', exampleQuiz({ retake: { wait: 'one day', max_attempts: 3 } }), 'ISO 8601'],
    ['a wait without a figure', exampleQuiz({ retake: { wait: 'PT', max_attempts: 3 } }), 'ISO 8601'],
    ['no rationale', withItem({ options: [option('a', { correct: true, rationale: ' ' }), option('b', {})] }), 'empty'],
    [
      'two right answers where one is asked',
      withItem({ options: [option('a', { correct: true }), option('b', { correct: true })] }),
      'one correct option, not 2',
    ],
    [
      'a several-answer item with one right answer',
      withItem({ kind: 'multiple', options: [option('a', { correct: true }), option('b', {})] }),
      'two or more correct',
    ],
    [
      'everything right in a several-answer item',
      withItem({ kind: 'multiple', options: [option('a', { correct: true }), option('b', { correct: true })] }),
      'at least one that is not',
    ],
    [
      'a place given twice',
      withItem({ kind: 'ordering', options: [option('a', { position: 1 }), option('b', { position: 1 })] }),
      'each once',
    ],
    [
      'two options with one key',
      withItem({ options: [option('a', { correct: true }), option('a', {})] }),
      'the same key',
    ],
  ])('is refused with %s', (_situation, definition, words) => {
    expect(problemsOf(definition).join('\n')).toContain(words);
  });
});
