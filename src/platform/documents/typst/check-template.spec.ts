import { afterAll, describe, expect, it } from '@jest/globals';
import { certificate, standard } from '../../../../test/support/certificate.js';
import { TypstRenderer } from './typst-renderer.js';

const renderer = new TypstRenderer();
afterAll(() => renderer.close());
const check = (source: string) => renderer.checkTemplate(source, certificate());
const flowing = (body: string) => `<document>\n<h1>Certificate</h1>\n${body}\n</document>`;

it('the standard template may be kept, on both papers and as a specimen', async () => {
  expect(await check(standard)).toEqual([]);
  const a4 = certificate({ data: { ...certificate().data, paper: 'a4' }, specimen: true });
  expect(await renderer.checkTemplate(standard, a4)).toEqual([]);
});

it('a flowing letter may be kept', async () => {
  const letter = flowing(
    '<p>Dear <b>{{holder.name}}</b>,</p>{{#if expiresOn}}<p>until {{expiresOn}}</p>{{/if}}<ul><li>One</li><li><a href="{{verification.url}}">Two</a></li></ul>' +
      '<table><tr><th>What</th><th>How much</th></tr><tr><td>Hours</td><td>46</td></tr></table>',
  );
  expect(await check(letter)).toEqual([]);
});

describe('a template is not kept', () => {
  it.each([
    ['with an unescaped value', '<p>{{{holder.name}}}</p>', '{{like this}}', 3],
    ['with an unescaped value in the short form', '<p>{{&holder.name}}</p>', '{{like this}}', 3],
    ['with a partial', '<p>{{> footer}}</p>', 'no partials', 3],
    ['with a decorator', '<p>{{* mark}}</p>', 'decorators', 3],
    ['with an inline partial', '{{#*inline "x"}}<p>a</p>{{/inline}}', 'decorators', 3],
    ['with a helper that does not exist', '<p>{{shout holder.name}}</p>', 'no helper “shout”', 3],
    ['with the helper lookup', '<p>{{lookup holder "name"}}</p>', 'no helper “lookup”', 3],
    ['with a block that is no if, unless or each', '{{#holder}}<p>{{name}}</p>{{/holder}}', 'if, unless or each', 3],
    ['with a subexpression', '{{#if (lookup holder "name")}}<p>a</p>{{/if}}', 'only a value', 3],
    ['with a loop in a loop', '{{#each a}}{{#each b}}<p>{{this}}</p>{{/each}}{{/each}}', 'loop inside a loop', 3],
    ['that is not closed', '<p>{{#if a}}</p>', 'not Handlebars', null],
    ['with a value in the layout', '<p at="{{x}} 2 30">a</p>', '“at” is part of the layout', 3],
    ['with a value in the style sheet', '<style>.a { color: {{x}}; }</style>', 'style sheet cannot hold a value', 3],
    ['with an attribute without quotation marks', '<p><span lang={{language}}>a</span></p>', 'quotation marks', 3],
    ['with an element of the web', '<script>alert(1)</script>', '<script>', 3],
    ['with an attribute of the web', '<p onclick="x">a</p>', '“onclick”', 3],
    [
      'with a picture from the network',
      '<img at="1 1 9 9" src="https://a.example/x.png" alt="Logo" />',
      'PNG or JPEG',
      3,
    ],
    ['with a link that runs code', '<p><a href="javascript:alert(1)">a</a></p>', 'https://', 3],
    ['with a paragraph that is not closed', '<p>one<p>two</p>', 'not closed', 3],
    ['with text in no paragraph', 'lost', 'stands in no paragraph', null],
    ['with a style it does not know', '<style>.a { position: fixed; }</style>', 'position: fixed', null],
    ['with a class without a style', '<p class="nmae">a</p>', '“nmae”', 3],
    ['that asks for a value the data does not have', '<p>{{holder.nmae}}</p>', 'nmae', null],
    ['with a QR code without words for it', '<qr at="1 1 20 20" value="x" />', 'needs “alt”', null],
    ['with headings out of order', '<h3>Too deep</h3>', 'heading', null],
    ['with a character that the fonts lack', '<p>Well done 🎉</p>', '🎉', null],
    [
      'with a table whose rows differ',
      '<table><tr><th>A</th></tr><tr><td>1</td><td>2</td></tr></table>',
      'same number of cells',
      null,
    ],
    ['with an ornament that does not exist', '<ornament at="1 1 9 9" name="eagle" />', 'rosette', 3],
  ])('%s', async (_fault, body, said, line) => {
    const problems = await check(flowing(body));
    expect(problems.map(({ message }) => message).join('\n')).toContain(said);
    if (line !== null) expect(problems[0]!.line).toBe(line);
  });

  it('without a heading of the first level when its headings begin deeper', async () => {
    expect(await check('<document><h2>Certificate</h2></document>')).not.toEqual([]);
  });

  it('when a block of an area has no place', async () => {
    const problems = await check('<document area="267 198"><h1>Certificate</h1></document>');
    expect(problems[0]!.message).toContain('needs “at”');
  });
});
