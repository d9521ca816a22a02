import Handlebars from 'handlebars';
import { CompactTemplate } from './compact-template.js';

const assets = new Map([['quizzes/quiz.js', '/assets/quizzes/quiz.js?v=1f2e3d4c&b']]);

function compacted(text: string, model: object = {}): string {
  const tree = Handlebars.parse(text);
  new CompactTemplate(text, assets).accept(tree);
  return Handlebars.create().compile(tree)(model);
}

describe('what is left out of a template when it is compiled', () => {
  it('leaves out indentation and empty lines, and keeps words apart', () => {
    expect(compacted('<ul>\n    <li>one\n      two</li>\n\n  </ul> <p> a  b </p>')).toBe(
      '<ul>\n<li>one\ntwo</li>\n</ul> <p> a  b </p>',
    );
  });

  it('keeps what blocks and values give as it is', () => {
    expect(compacted('<p>\n  {{#if yes}}\n    {{text}}\n  {{/if}}\n</p>', { yes: true, text: 'a\n   b' })).toBe(
      '<p>\n    a\n   b\n</p>',
    );
  });

  it.each(['pre', 'textarea'])('keeps every space of a template with <%s>', (tag) => {
    const text = `<${tag}>\n   as it stands\n</${tag}>`;
    expect(compacted(text)).toBe(text);
  });

  it('writes the address of an asset, escaped', () => {
    expect(compacted('<script src="{{asset "quizzes/quiz.js"}}"></script>')).toBe(
      '<script src="/assets/quizzes/quiz.js?v&#x3D;1f2e3d4c&amp;b"></script>',
    );
  });

  it('stops for an asset that is not there', () => {
    expect(() => compacted('{{asset "quiz.js"}}')).toThrow('There is no asset "quiz.js"');
  });
});
