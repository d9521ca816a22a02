import { projectRoot } from '../../config/project-root.js';
import { readAvoidList } from './avoid-list.js';
import { findShamingWords } from './shaming-words.js';

const list = readAvoidList(projectRoot);
const words = (text: string) => findShamingWords(text, list).map(({ word }) => word);

describe('words that shame', () => {
  it.each([
    ['Your quiz was failed.', 'failed'],
    ['Rejected applications', 'Rejected'],
    ['Two deficiencies', 'deficiencies'],
    ['former addicts', 'former addicts'],
    ['substance abuse counsellor', 'substance abuse'],
    ['drug abusers', 'drug abusers'],
    ['after staying clean', 'staying clean'],
    ['a relapse plan', 'relapse'],
    ['she suffers from', 'suffers from'],
    ['Non-compliant', 'Non-compliant'],
    ['a dirty urine', 'dirty urine'],
    ['treatment-resistant', 'treatment-resistant'],
  ])('are found: %s', (text, word) => expect(words(text)).toContain(word));

  it.each([
    'Clean the room after the group.',
    'It addresses additional questions.',
    'Alcoholics Anonymous meets on Tuesday',
    'A person in recovery supports peers.',
    'clientele, clean-up, unfailing',
    'Keep a clean copy of the record',
  ])('are not found where they only look alike: %s', (text) => expect(words(text)).toEqual([]));

  it('come with line and suggestion, in the order of the text', () => {
    expect(findShamingWords('One.\nThe client was rejected.', list)).toEqual([
      { word: 'client', suggestion: expect.stringContaining('person'), line: 2 },
      { word: 'rejected', suggestion: expect.stringContaining('returned'), line: 2 },
    ]);
  });

  it('are left alone where a person is quoted, on the marked line and the next, and nowhere else', () => {
    const text = 'He says: I am an addict. <!-- language: allow -->\nnext: addict\nthird: addict';
    expect(findShamingWords(text, list).map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ['Dejó de ser adicta.', 'adicta'],
    ['un tropiezo no es una recaída', 'recaída'],
    ['La persona está limpia.', 'está limpia'],
    ['reprobó el examen', 'reprobó'],
    ['Los clientes', 'clientes'],
  ])('are found in Spanish by the list of that language: %s', (text, word) => {
    expect(findShamingWords(text, list, 'es').map((one) => one.word)).toContain(word);
    expect(words(text)).toEqual([]);
  });

  it.each(['Deje el cuarto limpio.', 'Alcohólicos Anónimos se reúne los martes', 'The client was rejected.'])(
    'are not found in Spanish where they are none: %s',
    (text) => expect(findShamingWords(text, list, 'es-US')).toEqual([]),
  );
});
