import { mkdirSync, mkdtempSync, cpSync, rmSync, writeFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../config/project-root.js';
import type { PageContext } from './page-context.js';
import { ViewRenderer } from './view-renderer.js';

const page: PageContext = {
  title: 'Practice hours',
  actor: { kind: 'person', displayName: 'Robin Example', areas: [{ href: '/home', label: 'Home', current: true }] },
  csrfToken: () => 'token-1',
  formId: 'form-1',
  specimen: false,
  requestId: 'r-1',
  supportNow: { label: 'Call or text 988', href: 'tel:988', phone: '988' },
  path: '/practice',
  language: 'en',
};

const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true })));

/** A renderer over the real platform and the given views of a module called "sample". */
function rendererWith(views: Record<string, string>): ViewRenderer {
  const root = mkdtempSync(join(tmpdir(), 'views-'));
  roots.push(root);
  cpSync(join(projectRoot, 'src/platform/views'), join(root, 'src/platform/views'), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'content'));
  for (const [name, text] of Object.entries(views)) {
    const file = join(root, 'modules/sample/http/views', `${name}.hbs`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return new ViewRenderer(root);
}

function fragment(text: string, model: object = {}, context: Partial<PageContext> = {}): string {
  return rendererWith({ one: text }).renderFragment('sample/one', { ...model }, { ...page, ...context });
}

describe('finding and naming views', () => {
  it('names a view after its module and path, also in subfolders, and keeps files with _ as partials', () => {
    const renderer = rendererWith({ list: 'a', 'desk/list': '{{> sample/_row}}', _row: 'row of {{name}}' });
    expect(renderer.names).toEqual(expect.arrayContaining(['sample/desk/list', 'sample/list']));
    expect(renderer.names).not.toContain('sample/_row');
    expect(renderer.renderFragment('sample/desk/list', { name: 'Ada' }, page)).toBe('row of Ada');
  });

  it('stops the start when a view names an unknown partial, telling file and line', () => {
    expect(() => rendererWith({ one: 'first\n{{> feild name="x"}}' })).toThrow(
      /sample\/one.*one\.hbs.*feild \(line 2\)/,
    );
  });

  it('says which views there are when one is asked for that is not', () => {
    expect(() => rendererWith({ one: '' }).render('sample/two', {}, page)).toThrow(
      /no view "sample\/two".*sample\/one/,
    );
  });
});

describe('platform partials as components', () => {
  it('see nothing of the surroundings that was not given to them', () => {
    const html = fragment('{{#each items}}{{> button text="Open"}}{{/each}}', {
      items: [{ href: '/leaked', kind: 'plain' }],
    });
    expect(html).toContain('<button');
    expect(html).not.toContain('leaked');
  });

  it('render the block in the context of the page, not of the component', () => {
    const html = fragment('{{#> notice heading="Heads up"}}<b>{{heading}}</b>{{/notice}}', { heading: 'Mine' });
    expect(html).toContain('<b>Mine</b>');
    expect(html).toContain('Heads up');
  });

  it('leave a field of the page that has the name of a helper to the page', () => {
    const model = { number: 'GS-7', date: 'then', minutes: 0, topics: [{ status: 'new', count: 3 }] };
    const text =
      '{{number}} {{date}} {{minutes}} {{#each topics}}{{status}} {{count}} {{count count "topic"}}{{/each}}';
    expect(fragment(text, model)).toBe('GS-7 then 0 new 3 3 topics');
  });

  it('escape what they are given', () => {
    expect(fragment('{{> button text=name}}', { name: '<script>' })).not.toContain('<script>');
    expect(fragment('{{#> notice}}{{name}}{{/notice}}', { name: '<script>' })).not.toContain('<script>');
  });
});

describe('a form', () => {
  it('carries the CSRF token and its own one-use id, and neither when it only searches', () => {
    const html = fragment(
      '{{#> form action="/a"}}{{/form}}{{#> form action="/b"}}{{/form}}{{#> form action="/s" method="get"}}{{/form}}',
    );
    expect(html.match(/name="_csrf" value="token-1"/g)).toHaveLength(2);
    expect(html).toContain('name="_form" value="form-1.1"');
    expect(html).toContain('name="_form" value="form-1.2"');
  });

  it('does not send to an address that is a script', () => {
    expect(fragment('{{#> form action=to}}{{/form}}', { to: 'javascript:alert(1)' })).toContain('action="#"');
  });
});

describe('a page shown again after a problem', () => {
  const form = {
    values: { email: 'typed@' },
    problems: [{ field: 'email', message: 'Enter an address with a name after the @' }],
  };

  it('says Error in its title, links the summary to the field and uses the same words twice', () => {
    const html = rendererWith({ one: '{{> field name="email" label="E-mail"}}' }).render(
      'sample/one',
      {},
      { ...page, form },
    );
    expect(html).toContain('<title>Error: Practice hours &middot; Goodstanding</title>');
    expect(html).toContain('<a href="#field-email">Enter an address with a name after the @</a>');
    expect(html.match(/Enter an address with a name after the @/g)).toHaveLength(2);
    expect(html).toMatch(/role="alert"[^>]*autofocus/);
  });

  it('keeps what was typed over what the page would start with', () => {
    const html = fragment(
      '{{> field name="email" label="E-mail"}}',
      { form: { values: { email: 'old@x.example' } } },
      { form },
    );
    expect(html).toContain('value="typed@"');
  });

  describe('with several forms that ask under one name', () => {
    const one = ['/waive?of=fee', '/cancel'].map(
      (action) => `{{#> form action="${action}"}}{{> field name="email" label="E-mail" value="before"}}{{/form}}`,
    );
    const search = '{{#> form action="/cancel" method="get"}}{{> field name="email" label="E-mail"}}{{/form}}';
    const shown = (action: string) => {
      const html = rendererWith({ one: [...one, search].join('') }).render(
        'sample/one',
        {},
        { ...page, form: { ...form, action } },
      );
      const values = [...html.matchAll(/<input[^>]*name="email"[^>]*>/gu)].map(
        ([input]) => /value="([^"]*)"/u.exec(input)?.[1] ?? '',
      );
      return {
        values,
        said: html.match(/Enter an address/gu)?.length,
        to: /href="#(field-email[^"]*)"/u.exec(html)?.[1],
      };
    };

    it('shows what was typed, and what to mend, in the one that was sent', () => {
      expect(shown('/cancel')).toEqual({ values: ['before', 'typed@', ''], said: 2, to: 'field-email--2' });
      expect(shown('/waive')).toEqual({ values: ['typed@', 'before', ''], said: 2, to: 'field-email' });
    });

    it('loses nothing where the form that was sent is not on the page', () => {
      expect(shown('/elsewhere').values).toEqual(['typed@', 'typed@', 'typed@']);
    });
  });

  it('stands open where the form opens by a press, and leaves the others closed', () => {
    const html = rendererWith({
      one: '<details><summary>Other</summary></details><details><summary>This</summary>{{> field name="email" label="E-mail"}}</details>',
    }).render('sample/one', {}, { ...page, form });
    expect(html.match(/<details[^>]*><summary>\w+/g)).toEqual([
      '<details><summary>Other',
      '<details open><summary>This',
    ]);
  });

  it('lists a problem of a field that is not on the page without a link', () => {
    const html = rendererWith({ one: 'nothing' }).render('sample/one', {}, { ...page, form });
    expect(html).toContain('<li>Enter an address');
  });

  it('never writes a password back', () => {
    const html = fragment(
      '{{> field name="password" label="Password" type="password"}}',
      {},
      { form: { values: { password: 'hunter22' }, problems: [] } },
    );
    expect(html).not.toContain('hunter22');
  });
});

describe('the layout', () => {
  const renderer = rendererWith({ one: '<h1>One</h1>' });

  it('says SPECIMEN in a demonstration only', () => {
    expect(renderer.render('sample/one', {}, { ...page, specimen: true })).toContain('SPECIMEN, NOT A CREDENTIAL');
    expect(renderer.render('sample/one', {}, page)).not.toContain('SPECIMEN');
  });

  it('has a skip link, the language, support and the current area, and nothing inline', () => {
    const html = renderer.render('sample/one', {}, { ...page, language: 'es' });
    expect(html).toContain('href="#main"');
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('tel:988');
    expect(html).toContain('aria-current="page"');
    expect(html).not.toMatch(/<script(?! [^>]*src=)|<style|style=/);
  });

  it('asks the device of who is signed in for its time zone, and no visitor’s', () => {
    const script = /<script[^>]*reader-zone/;
    expect(renderer.render('sample/one', {}, page)).toMatch(script);
    expect(renderer.render('sample/one', {}, { ...page, actor: { kind: 'anonymous', areas: [] } })).not.toMatch(script);
  });

  it('tells a moment that no body’s zone belongs to by the reader’s clock, and any other by the zone it is in', () => {
    const chicago = { timeZone: 'America/Chicago' };
    const at = { at: '2026-11-18T15:00:00Z' };
    expect(fragment('{{instant at}}', at, chicago)).toBe('18 November 2026, 9:00 am CST');
    expect(fragment('{{instant at "America/New_York"}}', at, chicago)).toBe('18 November 2026, 10:00 am EST');
    expect(fragment('{{instant at}}', at)).toBe('18 November 2026, 3:00 pm UTC');
  });

  it('shows a notice once as a status', () => {
    expect(renderer.render('sample/one', {}, { ...page, notice: 'Your entry is saved' })).toMatch(
      /role="status"[\s\S]*Your entry is saved/,
    );
  });
});
