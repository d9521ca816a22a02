import { gapsOf, type MappedCategory } from './gaps.js';

const taught = { courseCode: 'c', courseTitle: 'C', lessons: 1, items: 0 };
const category = (over: Partial<MappedCategory>): MappedCategory => ({
  code: 'core-1',
  title: 'One',
  awaiting: null,
  courses: [],
  taught: true,
  statements: [
    { code: 'core-1.1', title: 'First', courses: [{ ...taught, competencyCode: 'core-1.1', items: 2 }], taught: true },
  ],
  statementsTaught: 1,
  topics: { training: ['Advocacy'], exam: [], ce: [] },
  ...over,
});

describe('what no course gives yet', () => {
  it('is nothing where every statement is taught, every category asked and every topic carried', () => {
    expect(gapsOf([category({})], [{ kind: 'training', title: 'Advocacy' }])).toEqual([]);
  });

  it('names each statement without a lesson, each category without a question, each topic without a category', () => {
    const statements = [
      { code: 'core-1.1', title: 'First', courses: [], taught: false },
      { code: 'core-1.2', title: 'Second', courses: [{ ...taught, competencyCode: 'core-1.2' }], taught: true },
    ];
    expect(gapsOf([category({ statements })], [{ kind: 'ce', title: 'Ethics' }])).toEqual([
      { kind: 'not_taught', code: 'core-1.1', title: 'First' },
      { kind: 'not_asked', code: 'core-1', title: 'One' },
      { kind: 'topic', vocabulary: 'ce', title: 'Ethics' },
    ]);
  });

  it('names what waits for its community once, without its statements; it carries no topic', () => {
    const statements = [{ code: 'core-1.1', title: 'First', courses: [], taught: false }];
    const waiting = category({ awaiting: 'a named reviewer', taught: false, statements });
    expect(gapsOf([waiting], [{ kind: 'training', title: 'Advocacy' }])).toEqual([
      { kind: 'awaiting', code: 'core-1', title: 'One' },
      { kind: 'topic', vocabulary: 'training', title: 'Advocacy' },
    ]);
  });

  it('waits no longer once its community agreed and a course teaches it', () => {
    expect(gapsOf([category({ awaiting: 'a named reviewer' })], [{ kind: 'training', title: 'Advocacy' }])).toEqual([]);
  });
});
