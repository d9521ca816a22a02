import { outlineOf } from './outline.js';

const competency = (code: string, categoryCode: string | null, awaiting: string | null = null) => {
  return {
    code,
    frameworkCode: code.startsWith('rop') ? 'rop' : 'core',
    categoryCode,
    title: `About ${code}`,
    awaiting,
  };
};

describe('the outline of the frameworks', () => {
  it('puts each statement under its category, with the topics that the map gives to either', () => {
    const competencies = [
      competency('core-1', null),
      competency('core-1.1', 'core-1'),
      competency('core-1.2', 'core-1'),
      competency('rop-5', null, 'Its reviewers have not agreed yet.'),
    ];
    const mappings = [
      { competencyCode: 'core-1', topicCode: 'advocacy', topicTitle: 'Advocacy' },
      { competencyCode: 'core-1.2', topicCode: 'ethics', topicTitle: 'Ethics' },
    ];
    const frameworks = [
      { code: 'core', title: 'Core' },
      { code: 'rop', title: 'Dimensions' },
    ];
    const advocacy = { code: 'advocacy', title: 'Advocacy' };
    const ethics = { code: 'ethics', title: 'Ethics' };
    expect(outlineOf(frameworks, competencies, mappings)).toEqual([
      {
        code: 'core',
        title: 'Core',
        categories: [
          {
            code: 'core-1',
            title: 'About core-1',
            topics: [advocacy],
            awaiting: null,
            statements: [
              { code: 'core-1.1', title: 'About core-1.1', topics: [] },
              { code: 'core-1.2', title: 'About core-1.2', topics: [ethics] },
            ],
          },
        ],
      },
      {
        code: 'rop',
        title: 'Dimensions',
        categories: [
          {
            code: 'rop-5',
            title: 'About rop-5',
            topics: [],
            awaiting: 'Its reviewers have not agreed yet.',
            statements: [],
          },
        ],
      },
    ]);
  });
});
