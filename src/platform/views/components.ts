import Handlebars from 'handlebars';

/**
 * Platform partials are components: they see only what they are given (and `@root`), never by accident a `title` or
 * `href` of the surrounding page; what stands between `{{#> card}}` and `{{/card}}` is rendered where it was written
 * and arrives as `body`. Handlebars' own partials do neither, so calls of them are rewritten into calls of the helper
 * `component` before compiling. Partials of modules (`practice/_entry`) stay ordinary ones.
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

  override PartialStatement(node: hbs.AST.PartialStatement): hbs.AST.Node | void {
    super.PartialStatement(node);
    const name = this.known(node.name);
    if (name === undefined || !this.components.has(name)) return;
    return { ...this.call(name, node), type: 'MustacheStatement', escaped: true } as hbs.AST.MustacheStatement;
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): hbs.AST.Node | void {
    super.PartialBlockStatement(node);
    const name = this.known(node.name);
    if (name === undefined || !this.components.has(name)) return;
    const { program, openStrip, closeStrip } = node;
    const call = this.call(name, node);
    return {
      ...call,
      type: 'BlockStatement',
      program,
      openStrip,
      closeStrip,
      inverseStrip: {},
    } as unknown as hbs.AST.BlockStatement;
  }

  private known(name: hbs.AST.PathExpression | hbs.AST.SubExpression): string | undefined {
    if (name.type !== 'PathExpression') return undefined;
    const { original } = name as hbs.AST.PathExpression;
    if (!original.startsWith('@') && !this.components.has(original) && !this.partials.has(original)) {
      this.unknown.push(`${original} (line ${name.loc.start.line})`);
    }
    return original;
  }

  private call(name: string, node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) {
    const { loc } = node;
    const path = { type: 'PathExpression', data: false, depth: 0, parts: ['component'], original: 'component', loc };
    const literal = { type: 'StringLiteral', value: name, original: name, loc };
    const strip = 'strip' in node ? node.strip : {};
    return { path, params: [literal, ...node.params], hash: node.hash, strip, loc };
  }
}
