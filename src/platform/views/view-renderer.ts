import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import Handlebars from 'handlebars';
import { assetAddresses } from './assets.js';
import { ComponentCalls, componentHelpers } from './components.js';
import { registerHelpers } from './helpers/register.js';
import { PageForm } from './page-form.js';
import type { PageContext } from './page-context.js';

type Model = Readonly<Record<string, unknown>>;
type Template = HandlebarsTemplateDelegate<unknown>;

/** The view first, since the layout's error summary links to the fields that it wrote; then the layout around it. */
const PAGE = '{{#given-body this}}{{> (lookup this "view")}}{{else}}{{> layouts/page}}{{/given-body}}';

/**
 * All pages of the product. Views are `modules/<module>/http/views/<path>.hbs`, named `<module>/<path>`, and
 * `src/platform/<part>/views/<path>.hbs`, named `<part>/<path>`; files whose name starts with `_` are that module's own
 * partials, `{{> module/_name}}`. Files of `src/platform/views/partials` are the components of every page. Everything is
 * read and compiled once, at the start: a template that names an unknown partial or does not parse stops it.
 */
export class ViewRenderer {
  private readonly handlebars = Handlebars.create();
  private readonly views = new Map<string, Template>();
  private readonly page: Template;

  constructor(root: string) {
    const platform = join(root, 'src/platform/views');
    const componentSources = sources(join(platform, 'partials'), '');
    const viewSources = viewFolders(root).flatMap(({ folder, prefix }) => sources(folder, prefix));
    const isPartial = (name: string) => basename(name).startsWith('_');
    const calls = {
      components: new Set(componentSources.map(({ name }) => name)),
      partials: new Set(viewSources.map(({ name }) => name).filter(isPartial)),
    };
    const compile = (source: Source) => this.compile(source, calls.components, calls.partials);

    this.handlebars.registerHelper(componentHelpers);
    registerHelpers(this.handlebars, assetAddresses(root));
    for (const source of componentSources) this.handlebars.registerPartial(source.name, compile(source));
    for (const source of viewSources) {
      const template = compile(source);
      this.handlebars.registerPartial(source.name, template);
      if (!isPartial(source.name)) this.views.set(source.name, template);
    }
    this.handlebars.registerPartial(
      'layouts/page',
      compile(source(join(platform, 'layouts/page.hbs'), 'layouts/page')),
    );
    this.page = this.handlebars.compile(PAGE, this.helpersAreKnown());
  }

  /** Names of all views, sorted. */
  get names(): string[] {
    return [...this.views.keys()].sort();
  }

  /**
   * A whole page: the view in the layout. The view sees the fields of `model`, the context as `page`, and `form`.
   * @throws when no view has that name: a mistake of the code, not of a person
   */
  render(name: string, model: Model, page: PageContext): string {
    this.viewNamed(name);
    return this.page({ ...rootContext(model, page), view: name });
  }

  /** The view alone, without layout: a part of a page for a script, a letter's body. */
  renderFragment(name: string, model: Model, page: PageContext): string {
    return this.viewNamed(name)(rootContext(model, page));
  }

  private viewNamed(name: string): Template {
    const view = this.views.get(name);
    if (!view) throw new Error(`There is no view "${name}". Known: ${this.names.join(', ')}`);
    return view;
  }

  /** Whoever knows its helpers when it compiles need not look for one behind every name when it writes the page. */
  private helpersAreKnown() {
    const knownHelpers = Object.fromEntries(Object.keys(this.handlebars.helpers).map((helper) => [helper, true]));
    return { knownHelpers, knownHelpersOnly: true };
  }

  private compile(
    { name, text, file }: Source,
    components: ReadonlySet<string>,
    partials: ReadonlySet<string>,
  ): Template {
    try {
      const tree = Handlebars.parse(text);
      const calls = new ComponentCalls(components, partials);
      calls.accept(tree);
      if (calls.unknown.length > 0) throw new Error(`unknown partial ${calls.unknown.join(', ')}`);
      return this.handlebars.compile(tree, { preventIndent: true, ...this.helpersAreKnown() });
    } catch (error) {
      throw new Error(`View ${name} (${file}): ${(error as Error).message}`, { cause: error });
    }
  }
}

function rootContext(model: Model, page: PageContext) {
  const given = model['form'] as { values?: Model } | undefined;
  const form = new PageForm({
    formId: page.formId,
    values: { ...given?.values, ...page.form?.values },
    problems: page.form?.problems ?? page.problems ?? [],
  });
  // The context itself, not a copy: its csrfToken is made only when a form asks for it.
  page.title ??= model['title'] as string | undefined;
  return { ...model, page, form };
}

interface Source {
  name: string;
  file: string;
  text: string;
}

function source(file: string, name: string): Source {
  return { name, file, text: readFileSync(file, 'utf8') };
}

function sources(folder: string, prefix: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => source(join(folder, file), prefix + file.slice(0, -'.hbs'.length).split(sep).join('/')));
}

/** Every `views` folder that holds pages; `src/platform/views` itself holds components and the layout instead. */
function viewFolders(root: string): { folder: string; prefix: string }[] {
  return ['modules', 'src/platform'].flatMap((base) =>
    readdirSync(join(root, base), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name === 'views')
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((folder) => dirname(folder) !== join(root, 'src/platform'))
      .map((folder) => ({ folder, prefix: `${relative(join(root, base), folder).split(sep)[0]}/` })),
  );
}
