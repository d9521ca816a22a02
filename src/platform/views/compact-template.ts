import Handlebars from 'handlebars';

/**
 * What is known when a template is compiled is not worked out again for every page: addresses of assets are written as
 * text, and the indentation that only readers of the source need is left out. Templates whose text is shown as it stands
 * (`<pre>`, `<textarea>`) keep theirs.
 */
export class CompactTemplate extends Handlebars.Visitor {
  private readonly keepsSpace: boolean;

  /** @throws when the template names an asset that is not there */
  constructor(
    text: string,
    private readonly assets: ReadonlyMap<string, string>,
  ) {
    super();
    (this as unknown as { mutating: boolean }).mutating = true;
    this.keepsSpace = /<(pre|textarea)\b/.test(text);
  }

  override ContentStatement(node: hbs.AST.ContentStatement): hbs.AST.Node | void {
    if (this.keepsSpace) return;
    return { ...node, value: node.value.replace(/\s*\n\s*/g, '\n') } as hbs.AST.ContentStatement;
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): hbs.AST.Node | void {
    super.MustacheStatement(node);
    const [name] = node.params;
    if ((node.path as hbs.AST.PathExpression).original !== 'asset' || name?.type !== 'StringLiteral') return;
    const address = this.assets.get((name as hbs.AST.StringLiteral).value);
    if (!address) throw new Error(`There is no asset "${(name as hbs.AST.StringLiteral).value}"`);
    const value = Handlebars.escapeExpression(address);
    return { type: 'ContentStatement', value, original: value, loc: node.loc } as unknown as hbs.AST.ContentStatement;
  }
}
