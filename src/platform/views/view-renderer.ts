import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { isLanguage, type Language } from '../../kernel/languages.js';
import { translateTemplate } from '../translation/template-texts.js';
import { OTHER_LANGUAGES, Translations } from '../translation/translations.js';
import { assetAddresses } from './assets.js';
import { CompactTemplate } from './compact-template.js';
import { ComponentCalls, componentHelpers } from './components.js';
import { registerHelpers } from './helpers/register.js';
import { PageForm } from './page-form.js';
import type { PageContext } from './page-context.js';
import { source, sources, viewFolders, type Source } from './view-sources.js';

type Model = Readonly<Record<string, unknown>>;
type Template = HandlebarsTemplateDelegate<unknown>;

/** The view first, since the layout's error summary links to the fields that it wrote; then the layout around it. */
const PAGE = '{{#given-body this}}{{> (lookup this "view")}}{{else}}{{> layouts/page}}{{/given-body}}';

const isPartial = (name: string) => basename(name).startsWith('_');

/**
 * All pages of the product. Views are `modules/<module>/http/views/<path>.hbs`, named `<module>/<path>`, and
 * `src/platform/<part>/views/<path>.hbs`, named `<part>/<path>`; files whose name starts with `_` are that module's own
 * partials, `{{> module/_name}}`. Files of `src/platform/views/partials` are the components of every page. Everything is
 * read and compiled once, at the start: a template that names an unknown partial or does not parse stops it. Other
 * languages are compiled at their first page, or by `prepare`.
 */
export class ViewRenderer {
  private readonly english: Edition;
  private readonly others = new Map<string, Edition>();
  private readonly edition: (language: Language) => Edition;

  constructor(root: string) {
    const platform = join(root, 'src/platform/views');
    const templates: Templates = {
      components: sources(join(platform, 'partials'), ''),
      views: viewFolders(root).flatMap(({ folder, prefix }) => sources(folder, prefix)),
      layout: source(join(platform, 'layouts/page.hbs'), 'layouts/page'),
    };
    const assets = assetAddresses(root);
    this.english = new Edition(templates, assets);
    this.edition = (language) => new Edition(templates, assets, Translations.read(root, language));
  }

  /** Compiles the pages in every language now, and not when somebody first asks. @throws when a catalogue does not fit its templates */
  prepare(): void {
    for (const language of OTHER_LANGUAGES) this.other(language);
  }

  /** Names of all views, sorted. */
  get names(): string[] {
    return this.english.names;
  }

  /** The language that a view is shown in to somebody who wishes for `wished`: that one, or English. */
  languageOf(name: string, wished: Language): Language {
    return wished !== 'en' && this.other(wished).has(name) ? wished : 'en';
  }

  /**
   * A whole page: the view in the layout. The view sees the fields of `model`, the context as `page`, and `form`.
   * @throws when no view has that name: a mistake of the code, not of a person
   */
  render(name: string, model: Model, page: PageContext): string {
    const edition = this.editionOf(name, page);
    edition.viewNamed(name);
    const context = rootContext(model, page);
    const written = edition.write({ ...context, view: name });
    if (context.form.knowsRefused) return page.form ? withProblemsInSight(written) : written;
    // The form that was sent is not on this page: whoever typed finds it in the others, as they find the problems above.
    const unknown = { ...page, form: page.form && { ...page.form, action: undefined } };
    return withProblemsInSight(edition.write({ ...rootContext(model, unknown), view: name }));
  }

  /** The view alone, without layout: a part of a page for a script, a letter's body. */
  renderFragment(name: string, model: Model, page: PageContext): string {
    return this.editionOf(name, page).viewNamed(name)(rootContext(model, page));
  }

  private editionOf(name: string, { language }: PageContext): Edition {
    if (language === 'en' || !isLanguage(language)) return this.english;
    const edition = this.other(language);
    return edition.has(name) ? edition : this.english;
  }

  private other(language: Language): Edition {
    const edition = this.others.get(language) ?? this.edition(language);
    this.others.set(language, edition);
    return edition;
  }
}

/** A form that opens by a press stands open when it is shown again: what was typed, and what to mend, are in sight. */
function withProblemsInSight(html: string): string {
  return html.replaceAll(CLOSED_WITH_PROBLEM, '<details open>');
}

const CLOSED_WITH_PROBLEM = /<details>(?=(?:(?!<\/?details)[^])*?usa-form-group--error)/g;

interface Templates {
  components: readonly Source[];
  views: readonly Source[];
  layout: Source;
}

/** The pages in one language: its words are put in before compiling, so that writing a page costs the same in each. */
class Edition {
  private readonly page: Template;
  private readonly surroundings: Handlebars.RuntimeOptions;
  private readonly handlebars = Handlebars.create();
  private readonly views = new Map<string, Template>();
  private readonly calls: { components: Set<string>; partials: Set<string> };

  constructor(
    { components, views, layout }: Templates,
    private readonly assets: ReadonlyMap<string, string>,
    private readonly translations?: Translations,
  ) {
    const names = (of: readonly Source[]) => of.map(({ name }) => name);
    this.calls = { components: new Set(names(components)), partials: new Set(names(views).filter(isPartial)) };
    this.handlebars.registerHelper(componentHelpers);
    registerHelpers(this.handlebars, (english) => translations?.word(english) ?? english);
    for (const source of [...components, layout]) this.handlebars.registerPartial(source.name, this.compile(source));
    for (const source of views.filter(({ name }) => isPartial(name) || !translations || translations.has(name))) {
      const template = this.compile(source);
      this.handlebars.registerPartial(source.name, template);
      if (!isPartial(source.name)) this.views.set(source.name, template);
    }
    this.page = this.handlebars.compile(PAGE, this.helpersAreKnown());
    this.surroundings = surroundingsOfPartials(this.handlebars);
  }

  write(context: object): string {
    return this.page(context, { ...this.surroundings, data: { root: context } });
  }

  get names(): string[] {
    return [...this.views.keys()].sort();
  }

  has(name: string): boolean {
    return this.views.has(name);
  }

  viewNamed(name: string): Template {
    const view = this.views.get(name);
    if (!view) throw new Error(`There is no view "${name}". Known: ${this.names.join(', ')}`);
    return view;
  }

  /** Whoever knows its helpers when it compiles need not look for one behind every name when it writes the page. */
  private helpersAreKnown() {
    const knownHelpers = Object.fromEntries(Object.keys(this.handlebars.helpers).map((helper) => [helper, true]));
    return { knownHelpers, knownHelpersOnly: true };
  }

  private compile({ name, text, file }: Source): Template {
    try {
      const tree = Handlebars.parse(text);
      if (this.translations) translateTemplate(tree, this.translations.of(name));
      const calls = new ComponentCalls(this.calls.components, this.calls.partials);
      calls.accept(tree);
      if (calls.unknown.length > 0) throw new Error(`unknown partial ${calls.unknown.join(', ')}`);
      new CompactTemplate(text, this.assets).accept(tree);
      return this.handlebars.compile(tree, { preventIndent: true, ...this.helpersAreKnown() });
    } catch (error) {
      throw new Error(`View ${name} (${file}): ${(error as Error).message}`, { cause: error });
    }
  }
}

/**
 * What Handlebars gives to a partial, helpers above all. For a page it would wrap each of our helpers anew, and a page has
 * fewer calls of helpers than there are helpers: so pages are written as if they were partials of an empty one.
 */
function surroundingsOfPartials(handlebars: typeof Handlebars): Handlebars.RuntimeOptions {
  let given: Handlebars.RuntimeOptions = {};
  const listen = (_context: unknown, options: Handlebars.RuntimeOptions = {}) => {
    given = options;
    return '';
  };
  handlebars.compile('{{> (lookup this "listen")}}')({ listen });
  return given;
}

function rootContext(model: Model, page: PageContext) {
  const given = model['form'] as { values?: Model } | undefined;
  const form = new PageForm({
    formId: page.formId,
    values: given?.values ?? {},
    typed: page.form?.values,
    problems: page.form?.problems ?? page.problems ?? [],
    refused: page.form?.action,
  });
  page.title ??= model['title'] as string | undefined;
  return { ...model, page, form };
}
