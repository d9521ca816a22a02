import { LetterTemplate } from './letter-template.js';
import { withLetterhead } from './letterhead.js';

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

  it('in Spanish writes its dates so, and may begin with a comment for its editors', () => {
    const spanish = new LetterTemplate(`{{!-- Borrador --}}\nSubject: Hola\n\nTermina el {{date endsOn}}.`, 'es');
    expect(spanish.render(words)).toMatchObject({ subject: 'Hola', text: 'Termina el 28 de febrero de 2026.' });
  });

  it('tells screen readers its language', () => {
    const letter = template.render(words);
    expect(withLetterhead(letter, false, 'es').html).toContain('<html lang="es">');
    expect(withLetterhead(letter, true, 'es').text).toMatch(/^SPECIMEN: MUESTRA/);
    expect(withLetterhead(letter, true).html).toContain('<html lang="en">');
  });
});
