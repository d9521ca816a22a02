import { readContentWords } from './content-words.js';

const text = `language: es
review: draft
words:
  Ethics: Ética
  Advocacy: Defensa de derechos
`;
const read = (shown: string[] | undefined, change = (given: string) => given, file = 'translations/titles.es.yaml') =>
  readContentWords({ file, text: change(text) }, shown).faults;
const shown = ['Ethics', 'Advocacy'];

describe('titles of content in another language', () => {
  it('are complete where each text that is shown has a wording', () => {
    expect(read(shown)).toEqual([]);
    expect(readContentWords({ file: 'titles.es.yaml', text }).content?.words['Ethics']).toBe('Ética');
  });

  it('tell what has no wording, and the line of what nothing shows any more', () => {
    expect(read(['Ethics', 'Mentoring'])).toEqual([
      { file: 'translations/titles.es.yaml', line: expect.any(Number), reason: '“Mentoring” has no wording' },
      { file: 'translations/titles.es.yaml', line: 5, reason: 'nothing shows “Advocacy” any more' },
    ]);
  });

  it('tell a language that is not the one of their name, or is none that is offered', () => {
    expect(read(shown, (given) => given.replace('language: es', 'language: vi'))).toEqual([
      expect.objectContaining({ line: 1, reason: 'the language is vi, and the name of the file says es' }),
    ]);
    for (const name of ['titles.vi.yaml', 'titles.en.yaml', 'names.es.yaml'])
      expect(read(shown, undefined, name)).toEqual([expect.objectContaining({ reason: expect.stringMatching(name) })]);
  });

  it('tell a mistyped key with its line', () => {
    expect(read(shown, (given) => given.replace('review: draft', 'reviewed: draft'))).toContainEqual(
      expect.objectContaining({ line: 2, reason: expect.stringContaining('"reviewed" is not a key') }),
    );
  });
});
