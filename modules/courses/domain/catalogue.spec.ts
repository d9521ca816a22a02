import type { CourseDefinition } from './course-definition.js';
import { fits, wishIn } from './catalogue.js';

const course = {
  title: 'Listening and first contact',
  summary: 'How to be there for a person.',
  objectives: [{ text: 'Ask open questions.', competencies: [] }],
  lessons: [{ title: 'A café visit' }],
  training: {
    topics: [
      { topic: 'advocacy', minutes: 100 },
      { topic: 'mentoring_education', minutes: 60 },
    ],
  },
} as unknown as CourseDefinition;
const found = (query: Record<string, string>) => fits(course, wishIn(query));

describe('looking through the catalogue', () => {
  it('finds a course by words of its title, objectives and lessons, in any order, case and accents aside', () => {
    expect(found({})).toBe(true);
    expect(found({ words: 'CONTACT listening' })).toBe(true);
    expect(found({ words: 'cafe open' })).toBe(true);
    expect(found({ words: 'contact crisis' })).toBe(false);
  });

  it('finds it by a topic that it counts for, and by its length', () => {
    expect(found({ topic: 'advocacy' })).toBe(true);
    expect(found({ topic: 'ethical_responsibility' })).toBe(false);
    expect(found({ upTo: '240' })).toBe(true);
    expect(found({ upTo: '120' })).toBe(false);
  });

  it('leaves out what an address cannot mean', () => {
    expect(wishIn({ topic: 'x', upTo: '7', words: ` ${'a'.repeat(200)}` })).toEqual({
      topic: null,
      upTo: null,
      words: 'a'.repeat(100),
    });
  });
});
