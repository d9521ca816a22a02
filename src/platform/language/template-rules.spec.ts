import { findTemplateBreaches, readableStrings, readableText } from './template-rules.js';

describe('a template', () => {
  it.each([
    ['<p>{{{name}}}</p>', 'triple'],
    ['<p>{{&name}}</p>', 'triple'],
    ['<script>go()</script>', 'script'],
    ['<div style="width: 3%">', 'style attribute'],
    ['<svg><style>a{}</style></svg>', 'style element'],
    ['<a onclick="x()">', 'on…'],
    ['<a href={{href}}>', 'quoted'],
    ['<input value={{#if x}}1{{/if}}>', 'quoted'],
  ])('is refused: %s', (template, rule) => {
    expect(findTemplateBreaches(`first line\n${template}`)).toEqual([{ rule: expect.stringContaining(rule), line: 2 }]);
  });

  it.each([
    '<script src="/assets/quiz.js"></script>',
    '<a href="{{url href}}"{{#if current}} aria-current="page"{{/if}}>{{label}}</a>',
    '{{!-- {{{never}}} style="x" --}}',
    '{{> field name="style" label="On = off"}}',
    '<p>2 < 3, a=b</p>',
  ])('may hold %s', (template) => expect(findTemplateBreaches(template)).toEqual([]));

  it('may hand out the sanitized HTML that is listed, and nothing beside it', () => {
    expect(findTemplateBreaches('{{{lesson.html}}}', ['lesson.html'])).toEqual([]);
    expect(findTemplateBreaches('{{{lesson.title}}}', ['lesson.html'])).toHaveLength(1);
  });

  it('is read for words as its reader sees it: texts and quoted words, not names of the code', () => {
    const text = readableText(
      '{{#if failed}}<p>not yet</p>{{/if}}\n{{> button text="Send it"}}{{#if (eq state "rejected")}}x{{/if}}',
    );
    expect(text).toContain('not yet');
    expect(text).toContain('Send it');
    expect(text).not.toMatch(/failed|rejected|state/);
    expect(readableText('<input aria-invalid="true" class="invalid"><img alt="A client">')).toMatch(
      /^(?!.*invalid).*A client/,
    );
    expect(text.split('\n')).toHaveLength(2);
  });
});

describe('code', () => {
  it('is read for its sentences only', () => {
    const text = readableStrings(
      `if (failed) {\n  throw problem({ kind: 'invalid', message: 'The client was here.' });\n}`,
    );
    expect(text).toBe("\n'The client was here.'\n");
  });
});
