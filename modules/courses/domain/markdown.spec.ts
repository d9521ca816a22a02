import { outlineOf, replaceSections } from './markdown.js';

const TEXT = '# One\n\nFirst.\n\n## Scenario: a\n\nHard.\n\n### Deeper\n\nHard too.\n\n## Worked example: b\n\nEasy.\n';

describe('sections of a lesson', () => {
  it('are replaced whole, with what is under them, and the rest stays', () => {
    expect(replaceSections(TEXT, ['Scenario: a'], '## Scenario: c\n\nSoft.')).toBe(
      '# One\n\nFirst.\n\n## Scenario: c\n\nSoft.\n\n## Worked example: b\n\nEasy.\n',
    );
  });

  it('are replaced together by one text when several are named', () => {
    const text = replaceSections(TEXT, ['Scenario: a', 'Worked example: b'], 'Soft.');
    expect(text).toBe('# One\n\nFirst.\n\nSoft.\n\n');
  });

  it('that are not there leave the text as it is', () => {
    expect(replaceSections(TEXT, ['Scenario: z'], 'Soft.')).toBe(TEXT);
  });
});

describe('the outline of a text', () => {
  it('holds plain words, headings and links with their lines', () => {
    const outline = outlineOf('## A *big* head\n\nSee [this](https://example.org)\nand ![alt words](x.png).');
    expect(outline.headings).toEqual([{ level: 2, text: 'A big head', line: 1 }]);
    expect(outline.plain).toBe('A big head\n\nSee this and alt words.');
    expect(outline.links).toEqual([
      { href: 'https://example.org', isImage: false, alt: '', line: 3 },
      { href: 'x.png', isImage: true, alt: 'alt words', line: 3 },
    ]);
  });
});
