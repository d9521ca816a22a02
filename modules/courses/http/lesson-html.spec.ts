import { lessonHtml } from './lesson-html.js';

const html = (source: string) =>
  lessonHtml(source, { code: 'a-course', pictures: [{ name: 'tree.svg', sha256: 'abc' }] }).toHTML();

describe('a lesson as HTML', () => {
  it('keeps headings, lists, emphasis and tables', () => {
    const text = html('## Head\n\n- **one**\n\n| a | b |\n|---|---|\n| c | d |');
    expect(text).toContain('<h2>Head</h2>');
    expect(text).toContain('<li><strong>one</strong></li>');
    expect(text).toContain('<div class="gs-table gs-table--words"><table role="table">');
    expect(text).toContain('<th role="columnheader" scope="col">a</th>');
  });

  it('keeps with each cell the words of its column, for a phone that has no room for a head', () => {
    const text = html('| If **asked** to | do |\n|---|---|\n| lend money | say no |\n\n| x |\n|---|\n| y |');
    expect(text).toContain('<td data-label="If asked to" role="cell">lend money</td>');
    expect(text).toContain('<td data-label="do" role="cell">say no</td>');
    expect(text).toContain('<td data-label="x" role="cell">y</td>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '[click](data:text/html;base64,PHNjcmlwdD4=)',
    '<a href="https://example.org" onclick="alert(1)">x</a>',
    '![x](https://example.org/track.png)',
  ])('never runs or fetches what an author wrote: %s', (source) => {
    expect(html(source)).not.toMatch(/<script|<img|<a [^>]*onclick|href="(?:javascript|data):/iu);
  });

  it('leads a lesson link to the lesson of the same course', () => {
    expect(html('[hope](lesson:hope-and-choice)')).toContain('href="/courses/a-course/lessons/hope-and-choice"');
  });

  it('shows a picture of this version of the course with its words, and of any other its words alone', () => {
    expect(html('![A tree](images/tree.svg)')).toContain(
      '<img src="/courses/a-course/pictures/abc" alt="A tree" loading="lazy" />',
    );
    expect(html('![A house](images/house.svg)')).toBe('<p><em>A house</em></p>\n');
  });

  it('never makes a second main heading', () => {
    expect(html('# Big')).toContain('<h2>Big</h2>');
  });
});
