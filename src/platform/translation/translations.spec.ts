import { SHARED, Translations } from './translations.js';

const problems = {
  'Enter a name.': 'Escriba un nombre.',
  'Use at most {limit} letters.': 'Use {limit} letras como máximo.',
  'Enter a name. It is shown.': 'Escriba un nombre: se muestra.',
};
const spanish = new Translations(
  'es',
  new Map([[SHARED, { review: 'draft', english: [], words: {}, content: {}, views: {}, problems }]]),
);

describe('the message of an error in another language', () => {
  it('is found with what stands in its places', () => {
    expect(spanish.problem('Use at most 40 letters.')).toBe('Use 40 letras como máximo.');
  });

  it('is found sentence by sentence where it has no wording as a whole', () => {
    expect(spanish.problem('Enter a name. Use at most 40 letters.')).toBe(
      'Escriba un nombre. Use 40 letras como máximo.',
    );
    expect(spanish.problem('Enter a name. It is shown.')).toBe('Escriba un nombre: se muestra.');
  });

  it('stays English when one of its sentences has no wording', () => {
    expect(spanish.problem('Enter a name. Wait a day.')).toBeUndefined();
  });
});
