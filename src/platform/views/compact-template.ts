import Handlebars from 'handlebars';

/**
 * What is known when a template is compiled need not be worked out again for every page: addresses of assets are written
 * as text, and what only readers of the source need is left out. That is where each helper stands, which Handlebars would
 * hand to it at every call, and indentation; templates with `<pre>` or `<textarea>` keep theirs, since there it would be seen.
 */
export class CompactTemplate extends Handlebars.Visitor {
  private readonly keepsSpace: boolean;

  /** @param text the source that the tree was parsed from */
  constructor(
    text: string,
    private readonly assets: ReadonlyMap<string, string>,
  ) {
    super();
    (this as unknown as { mutating: boolean }).mutating = true;
    this.keepsSpace = /<(pre|textarea)\b/.test(text);
  }

  override accept(node: hbs.AST.Node): hbs.AST.Node | void {
    const kept = super.accept(node) as hbs.AST.Node | void;
    for (const seen of [node, kept]) if (seen) Object.assign(seen, { loc: undefined });
    return kept;
  }

  override ContentStatement(node: hbs.AST.ContentStatement): hbs.AST.Node | void {
    return this.keepsSpace ? undefined : content(node, node.value.replace(/\s*\n\s*/g, '\n'));
  }

  /** @throws Error for an asset that is not there */
  override MustacheStatement(node: hbs.AST.MustacheStatement): hbs.AST.Node | void {
    super.MustacheStatement(node);
    const [name] = node.params;
    if ((node.path as hbs.AST.PathExpression).original !== 'asset' || name?.type !== 'StringLiteral') return;
    const asset = (name as hbs.AST.StringLiteral).value;
    const address = this.assets.get(asset);
    if (!address) throw new Error(`There is no asset "${asset}"`);
    return content(node, Handlebars.escapeExpression(address));
  }
}

function content({ loc }: hbs.AST.Node, value: string): hbs.AST.Node {
  return { type: 'ContentStatement', value, original: value, loc } as unknown as hbs.AST.Node;
}
