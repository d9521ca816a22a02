import Handlebars from 'handlebars';
import { translateTemplate } from './template-texts.js';

/** A template in Spanish, by these words, with what it then writes. */
function write(template: string, words: Record<string, string>, model: object = {}): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({
    concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
    count: (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`,
    icon: (name: string) => `[${name}]`,
    list: (...items: unknown[]) => items.slice(0, -1),
    object: ({ hash }: Handlebars.HelperOptions) => hash,
  });
  handlebars.registerPartial('part', '<{{label}}>');
  handlebars.registerPartial('items', '{{#each items}}{{label}}{{/each}}');
  const tree = handlebars.parse(template);
  translateTemplate(tree, (english) => words[english]);
  return handlebars.compile(tree)(model);
}

/** The texts that a translator is asked for, in the order of the page. */
function texts(template: string): string[] {
  const found: string[] = [];
  translateTemplate(Handlebars.parse(template), (english) => void found.push(english));
  return found;
}

describe('the texts of a template', () => {
  it('end where a tag stands, and keep their expressions as places', () => {
    expect(
      texts('<h1>Hello {{name}}</h1>\n<p>Your number is <strong>{{number}}</strong>. It\n  stays yours.</p>'),
    ).toEqual(['Hello {name}', 'Your number is', '. It stays yours.']);
  });

  it('end where a block begins, also inside a tag, whose other attributes are no text', () => {
    expect(texts('<p class="big{{#if new}} fresh{{/if}}">You {{#if own}}asked{{else}}wait{{/if}} today.</p>')).toEqual([
      'You',
      'asked',
      'wait',
      'today.',
    ]);
  });

  it('are attributes and parameters that are read, and neither codes nor addresses', () => {
    expect(
      texts(
        '<img class="wide" alt="A map of {{place}}">{{> part label="Name" type="text" action="/names" unit="items"}}' +
          '{{> part hint=(concat "At least " (count least "sign") ".") href=(concat "/a/" id)}}' +
          '{{> items items=(list (object value="done" label="I did it"))}}',
      ),
    ).toEqual(['A map of {place}', 'Name', 'sign', 'signs', 'At least {count least}.', 'I did it']);
  });

  it('are not what a script holds, what a comment says or what has no letters', () => {
    expect(
      texts('<script src="a.js">let words = 1</script><!-- aside -->{{!-- note --}} · {{number}} &middot; 5%'),
    ).toEqual([]);
  });

  it('leave a mark without words out of the sentence beside it', () => {
    expect(texts('{{icon "back"}} Newer')).toEqual(['Newer']);
  });
});

describe('a template in another language', () => {
  it('says its texts with their expressions where the language has them, and keeps the blanks around', () => {
    expect(write('<b>{{a}} of {{b}}</b> done ', { '{a} of {b}': 'de {b}, {a}', done: 'hecho' }, { a: 1, b: 2 })).toBe(
      '<b>de 2, 1</b> hecho ',
    );
  });

  it('keeps a component that stands alone, indented, in a block', () => {
    const handlebars = Handlebars.create();
    handlebars.registerPartial('part', 'here');
    const tree = handlebars.parse('{{#if yes}}\n    {{> part}}\n{{/if}}');
    translateTemplate(tree, () => undefined);
    expect(handlebars.compile(tree, { preventIndent: true })({ yes: true }).trim()).toBe('here');
  });

  it('stays English where there is no wording', () => {
    expect(write('<p>One</p><p>Two</p>', { One: 'Uno' })).toBe('<p>Uno</p><p>Two</p>');
  });

  it('puts one word for one and another for more', () => {
    const template = '{{count n "lesson"}}';
    const words = { lesson: 'lección', lessons: 'lecciones' };
    expect([write(template, words, { n: 1 }), write(template, words, { n: 3 })]).toEqual(['1 lección', '3 lecciones']);
  });

  it('puts the words of a sentence that is put together in their own order', () => {
    const template = '{{> part label=(concat "Sign in as " name)}}';
    expect(write(template, { 'Sign in as {name}': 'Entrar como {name}' }, { name: 'Ada' })).toBe('<Entrar como Ada>');
  });

  it('escapes what people typed, and takes no tags from a catalogue', () => {
    expect(write('<p>Hello {{name}}</p>', { 'Hello {name}': 'Hola <{name}>' }, { name: '<b>' })).toBe(
      '<p>Hola &lt;&lt;b&gt;&gt;</p>',
    );
    expect(write('<a title="Go">x</a>', { Go: 'Ir "ya"' })).toBe('<a title="Ir &quot;ya&quot;">x</a>');
  });

  it('does not compile when a wording loses a place or invents one', () => {
    expect(() => write('Hello {{name}}', { 'Hello {name}': 'Hola' })).toThrow(/name/);
    expect(() => write('Hello', { Hello: 'Hola {name}' })).toThrow(/name/);
  });
});
