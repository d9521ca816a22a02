import { LetterTemplate } from './letter-template.js';

const source = `Subject: Hello {{name}}

Dear {{name}},

{{#each reasons}}
- {{this}}
{{/each}}

It ends on {{date endsOn}}.

[Open the page](<{{link}}>)
`;

describe('a letter', () => {
  const template = new LetterTemplate(source);
  const words = { name: 'Ana', reasons: ['one', 'two'], endsOn: '2026-02-28', link: 'https://x.example/a_b?c=d&e=f' };

  it('becomes plain text whose links can be copied', () => {
    const { subject, text } = template.render(words);
    expect(subject).toBe('Hello Ana');
    expect(text).toContain('Open the page: https://x.example/a_b?c=d&e=f');
    expect(text).toContain('It ends on 28 February 2026.');
  });

  it('becomes HTML with the same words', () => {
    const { html } = template.render(words);
    expect(html).toContain('<li>one</li>');
    expect(html).toContain('<a href="https://x.example/a_b?c=d&amp;e=f">Open the page</a>');
  });

  it('shows markup in a name as it was written', () => {
    const { html, subject, text } = template.render({
      ...words,
      name: '[x](http://evil.example) <b>*me*</b> {{name}}',
    });
    expect(html).toContain('[x](http://evil.example) &lt;b&gt;*me*&lt;/b&gt; {{name}}');
    expect(html).not.toContain('evil.example"');
    expect(text).toContain('<b>*me*</b>');
    expect(subject).toContain('{{name}}');
  });

  it('without a subject line is not a letter', () => {
    expect(() => new LetterTemplate('Dear all')).toThrow('begins with "Subject:');
  });
});
