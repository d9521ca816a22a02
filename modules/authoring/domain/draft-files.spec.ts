import { fileOf, inOrder, isFilePath, partsOf, unreadableIn } from './draft-files.js';

describe('the files of a draft', () => {
  it.each(['course.yaml', 'quiz.yaml', 'lessons/01-hope.md', 'sessions/02-a.b_c.md'])('may be %s', (path) => {
    expect(isFilePath(path)).toBe(true);
  });

  it.each([
    '',
    '../course.yaml',
    'lessons/../../x.md',
    'lessons/.hidden.md',
    'lessons/a.html',
    'images/a.svg',
    'lessons/a/b.md',
  ])('may not be "%s"', (path) => {
    expect(isFilePath(path)).toBe(false);
  });

  it('stand in the order in which an author goes through them', () => {
    expect(inOrder(['quiz.yaml', 'sessions/01.md', 'lessons/02.md', 'course.yaml', 'lessons/01.md'])).toEqual([
      'course.yaml',
      'lessons/01.md',
      'lessons/02.md',
      'sessions/01.md',
      'quiz.yaml',
    ]);
  });

  it('come apart into front matter and body, and together again as they were', () => {
    const text = '---\ncode: hope\n---\n\n## One\n\nText\n';
    expect(partsOf(text)).toEqual({ front: 'code: hope\n', body: '\n## One\n\nText\n' });
    expect(fileOf(partsOf(text))).toBe(text);
    expect(fileOf({ front: 'code: hope\r\n', body: '\r\n## One\r\n\r\nText\r\n' })).toBe(text);
    expect(partsOf('no front matter')).toEqual({ front: '', body: 'no front matter' });
  });

  it('are named with the line where reading stops, as long as they are not YAML where they should be', () => {
    const whole = '---\ncode: hope\n---\n\n# One: two: three\n';
    const texts = new Map([
      ['quiz.yaml', 'code: a\nitems: [\n'],
      ['course.yaml', 'code: b\n'],
      ['lessons/01.md', whole],
      ['lessons/02.md', whole.replace('hope', "'hope")],
      ['sessions/01.md', 'no front matter'],
    ]);
    expect(unreadableIn(texts)).toEqual([
      { path: 'lessons/02.md', line: expect.any(Number) },
      { path: 'sessions/01.md', line: 1 },
      { path: 'quiz.yaml', line: 3 },
    ]);
  });
});
