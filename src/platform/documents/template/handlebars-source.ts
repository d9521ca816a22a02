import Handlebars from 'handlebars';
import type { TemplateData, TemplateProblem } from '../pdf-renderer.js';

const HELPERS = ['if', 'unless', 'each'];
const MOST_CHARACTERS = 64 * 1024;
const MOST_FILLED = 1024 * 1024;

/** Stands where a value will be when the layout is checked before there are values. A private-use character: no template holds it. */
export const HOLE = '\u{F0000}';

/**
 * Reads a Handlebars source and says what is refused in it. What remains can only print escaped values, choose
 * and repeat: no unescaped output, no partials, no decorators, no helpers of its own, and no loop in a loop.
 * @returns the source with every branch laid out once and a `HOLE` for every value, for checking the layout
 */
export function readTemplateSource(source: string): { skeleton: string; problems: TemplateProblem[] } {
  if (source.length > MOST_CHARACTERS) {
    return {
      skeleton: '',
      problems: [{ message: `the template is longer than ${MOST_CHARACTERS} characters`, line: null }],
    };
  }
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(source);
  } catch (error) {
    const line = /line (\d+)/.exec(String(error))?.[1];
    return {
      skeleton: '',
      problems: [{ message: 'this is not Handlebars as documents use it', line: line ? Number(line) : null }],
    };
  }
  const walk = new Walk();
  walk.program(program, 0);
  return { skeleton: walk.skeleton, problems: walk.problems };
}

class Walk {
  skeleton = '';
  readonly problems: TemplateProblem[] = [];

  program({ body }: hbs.AST.Program, loops: number): void {
    for (const statement of body) this.statement(statement, loops);
  }

  private statement(statement: hbs.AST.Statement, loops: number): void {
    switch (statement.type) {
      case 'ContentStatement':
        this.skeleton += (statement as hbs.AST.ContentStatement).value;
        return;
      case 'CommentStatement':
        return;
      case 'MustacheStatement':
        return this.value(statement as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return this.block(statement as hbs.AST.BlockStatement, loops);
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return this.refuse(statement, 'a document has no partials; write the text here');
      default:
        return this.refuse(statement, 'decorators are not used in documents');
    }
  }

  private value(statement: hbs.AST.MustacheStatement): void {
    this.skeleton += HOLE;
    if (!statement.escaped)
      this.refuse(statement, 'a value is written {{like this}}; {{{ and {{& would let it become layout');
    if (statement.params.length > 0 || statement.hash)
      this.refuse(statement, `there is no helper “${original(statement.path)}”`);
    this.path(statement.path);
  }

  private block(statement: hbs.AST.BlockStatement, loops: number): void {
    const helper = original(statement.path);
    if (!HELPERS.includes(helper)) this.refuse(statement, `a block begins with if, unless or each, not “${helper}”`);
    const inside = helper === 'each' ? loops + 1 : loops;
    if (inside > 1) this.refuse(statement, 'a loop inside a loop is not used in documents');
    if (statement.params.length !== 1 || statement.hash) this.refuse(statement, `“${helper}” takes one value`);
    for (const param of statement.params) this.path(param);
    if (statement.program) this.program(statement.program, inside);
    if (statement.inverse) this.program(statement.inverse, loops);
  }

  private path(expression: hbs.AST.Expression): void {
    if (expression.type !== 'PathExpression') this.refuse(expression, 'only a value of the data can be written here');
    else if (HELPERS.includes(original(expression)))
      this.refuse(expression, `“${original(expression)}” opens a block: {{#${original(expression)} …}}`);
  }

  private refuse(node: hbs.AST.Node, message: string): void {
    this.problems.push({ message, line: node.loc?.start.line ?? null });
  }
}

function original(expression: hbs.AST.Expression): string {
  return String((expression as hbs.AST.PathExpression).original);
}

const compiled = new Map<string, HandlebarsTemplateDelegate>();

/**
 * Fills a template that `readTemplateSource` found nothing in.
 * @throws when the template asks for a value that the data does not have: a certificate with a gap is not printed
 */
export function fillTemplate(source: string, data: TemplateData): string {
  let template = compiled.get(source);
  if (!template) {
    const own = Handlebars.create();
    for (const helper of Object.keys(own.helpers)) if (!HELPERS.includes(helper)) own.unregisterHelper(helper);
    template = own.compile(source, {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { lookup: false, with: false, log: false },
    });
    if (compiled.size >= 50) compiled.clear();
    compiled.set(source, template);
  }
  const html = template(data);
  if (html.length > MOST_FILLED) throw new Error(`the filled page is longer than ${MOST_FILLED} characters`);
  return html;
}
