import Handlebars from 'handlebars';
import type { PageForm } from './page-form.js';

/**
 * Platform partials are components: they see only what they are given (and `@root`), never by accident a `title` or
 * `href` of the surrounding page; what stands between `{{#> card}}` and `{{/card}}` is rendered where it was written
 * and arrives as `body`. Handlebars' own partials do neither, so their calls are rewritten before compiling:
 *
 *     {{> button text="Send"}}               →  {{> button (given text="Send")}}
 *     {{#> card heading="A"}}…{{/card}}      →  {{#given-body heading="A"}}…{{else}}{{> card}}{{/given-body}}
 *
 * The helpers are below; a form has one of its own. Partials of modules (`practice/_entry`) stay ordinary ones.
 */
export class ComponentCalls extends Handlebars.Visitor {
  readonly unknown: string[] = [];

  constructor(
    private readonly components: ReadonlySet<string>,
    private readonly partials: ReadonlySet<string>,
  ) {
    super();
    (this as unknown as { mutating: boolean }).mutating = true;
  }

  /** A bare `{{number}}` is always the page's own field, even where a helper has the same name. */
  override MustacheStatement(node: hbs.AST.MustacheStatement): hbs.AST.Node | void {
    super.MustacheStatement(node);
    const field = node.path as hbs.AST.PathExpression;
    const isBare =
      node.params.length === 0 && !node.hash && field.type === 'PathExpression' && field.parts.length === 1;
    if (!isBare || field.data || field.depth > 0 || field.original in bareHelpers) return;
    return { ...node, path: { ...field, original: `this.${field.original}` } } as hbs.AST.MustacheStatement;
  }

  override PartialStatement(node: hbs.AST.PartialStatement): hbs.AST.Node | void {
    super.PartialStatement(node);
    if (!this.isComponent(node.name)) return;
    const { params, hash, loc } = node;
    const given = { type: 'SubExpression', path: path('given', loc), params, hash, loc };
    return { ...node, params: [given], hash: undefined } as unknown as hbs.AST.PartialStatement;
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): hbs.AST.Node | void {
    super.PartialBlockStatement(node);
    if (!this.isComponent(node.name)) return;
    const { name, params, hash, program, openStrip, closeStrip, loc } = node;
    const call = { type: 'PartialStatement', name, params: [], indent: '', strip: {}, loc };
    const inverse = { type: 'Program', body: [call], blockParams: [], strip: {}, loc };
    const helper = name.type === 'PathExpression' && name.original === 'form' ? 'given-form' : 'given-body';
    const block = { type: 'BlockStatement', path: path(helper, loc), params, hash, program, inverse, loc };
    return { ...block, openStrip, closeStrip, inverseStrip: {} } as unknown as hbs.AST.BlockStatement;
  }

  private isComponent(name: hbs.AST.PathExpression | hbs.AST.SubExpression): boolean {
    if (name.type !== 'PathExpression') return false;
    const { original } = name;
    const isComponent = this.components.has(original);
    if (!isComponent && !this.partials.has(original)) this.unknown.push(`${original} (line ${name.loc.start.line})`);
    return isComponent;
  }
}

/** The helpers that calls of components are rewritten to; never written by hand. */
export const componentHelpers = {
  /** What a component is given: the object it was called with, if any, and the named values. */
  given(...args: unknown[]): object {
    const { hash } = args.at(-1) as Handlebars.HelperOptions;
    return args.length > 1 ? { ...(args[0] as object), ...hash } : hash;
  },

  'given-body'(this: unknown, ...args: unknown[]): string {
    const { fn, inverse } = args.at(-1) as Handlebars.HelperOptions;
    const body = new Handlebars.SafeString(fn(this));
    return inverse({ ...componentHelpers.given(...args), body });
  },

  /** The same for a form, whose fields are written before it and have to know whose they are. */
  'given-form'(this: unknown, ...args: unknown[]): string {
    const form = (args.at(-1) as Handlebars.HelperOptions).data.root.form as PageForm;
    return form.within(componentHelpers.given(...args), () => componentHelpers['given-body'].apply(this, args));
  },
};

/** Helpers that are written without anything beside them. */
const bareHelpers = { 'next-form-id': true };

function path(name: string, loc: hbs.AST.SourceLocation) {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}
