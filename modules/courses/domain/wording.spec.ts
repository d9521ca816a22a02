import { avoidedWords } from './wording.js';

describe('the avoid list', () => {
  it.each([
    'a client',
    'a former addict',
    'after a relapse',
    'he suffers from it',
    'non-compliant',
    'she stayed clean',
  ])('finds "%s"', (text) => expect(avoidedWords(text)).toHaveLength(1));

  it.each(['a clean cup', 'climate', 'in that case', 'a person in recovery', 'the clientele of a café'])(
    'lets "%s" stand',
    (text) => expect(avoidedWords(text)).toEqual([]),
  );

  it('tells the place of each and what to write instead', () => {
    expect(avoidedWords('One.\nA consumer.')).toEqual([
      { word: 'consumer', instead: 'person, person supported, peer', index: 7 },
    ]);
  });
});
