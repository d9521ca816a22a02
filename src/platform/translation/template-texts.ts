import { HtmlPlace } from './html-place.js';
import { asKey, fill, hasWords, placesOf } from './sentence.js';

/** Looks an English text up. Nothing: it stays as it is. */
export type Wording = (english: string) => string | undefined;

/** What components and helpers are given under these names is read by people. */
const READ_PARAMETERS = new Set(
  (
    'about action alt blank caption description empty heading hidden hint label meta newerText note noun olderText ' +
    'placeholder question sort summary term text title unit verb'
  ).split(' '),
);

/** Values that look like words and are none: `unit` of progress, `sort` of a link. */
const CODES = new Set(['items', 'minutes', 'score']);

/** Expressions that are no part of a sentence: it ends before them and begins anew after them. */
const NO_WORDS = new Set(['icon', 'asset', 'body']);

type Expression = hbs.AST.Expression;
type Mustache = hbs.AST.MustacheStatement;
type Part = { name: string; part: Mustache };

/**
 * Replaces every text that a template shows by its wording in another language, in place and before it is compiled: HTML
 * text between tags, with the expressions in it as places (`Hello {displayName}`), the attributes and parameters that are
 * read, and the words of `count`.
 * @throws when a wording names a place that its English does not have, or leaves one out
 */
export function translateTemplate(template: hbs.AST.Program, wording: Wording): void {
  new Translator(checked(wording)).program(template, new HtmlPlace());
}

class Translator {
  constructor(private readonly wording: Wording) {}

  /** @returns where the HTML stands behind it */
  program(program: hbs.AST.Program, start: HtmlPlace): HtmlPlace {
    const place = start.copy();
    const body: hbs.AST.Statement[] = [];
    let sentence: (string | Mustache)[] = [];
    let inAttribute = false;
    const end = () => {
      body.push(...this.sentence(sentence, inAttribute));
      sentence = [];
    };
    for (const statement of program.body) {
      if (isContent(statement)) {
        // What is left of an indentation: without it Handlebars would take the indented partial for the whole block.
        if (statement.value === '') body.push(statement);
        for (const { kind, value } of place.read(statement.value)) {
          if (kind === 'markup') end();
          if (kind === 'markup') body.push(content(value));
          else {
            sentence.push(value);
            inAttribute = kind === 'attribute';
          }
        }
        continue;
      }
      const isPart = isMustache(statement) && place.kind !== 'markup' && !NO_WORDS.has(nameOf(statement.path));
      if (!isPart) end();
      this.expression(statement, place);
      if (isPart) sentence.push(statement);
      else body.push(statement);
    }
    end();
    program.body = body;
    return place;
  }

  private expression(statement: hbs.AST.Statement, place: HtmlPlace): void {
    const { params, hash } = statement as Partial<Mustache>;
    if (isMustache(statement) && nameOf(statement.path) === 'count') this.count(statement);
    for (const param of params ?? []) this.parameter(param, false);
    this.hash(hash);
    const { program, inverse } = statement as Partial<hbs.AST.BlockStatement>;
    const after = program ? this.program(program, place) : place;
    if (inverse) this.program(inverse, place);
    Object.assign(place, after);
  }

  private hash(hash: hbs.AST.Hash | undefined): void {
    for (const pair of hash?.pairs ?? []) {
      const isRead = READ_PARAMETERS.has(pair.key);
      if (isRead && isText(pair.value)) pair.value.value = this.worded(pair.value.value);
      else this.parameter(pair.value, isRead);
    }
  }

  /** @param isRead what it gives is shown as it is: a `concat` is then a sentence */
  private parameter(expression: Expression, isRead: boolean): void {
    if (expression.type !== 'SubExpression') return;
    const call = expression as hbs.AST.SubExpression;
    const helper = nameOf(call.path);
    if (helper === 'count') this.count(call);
    for (const param of call.params) this.parameter(param, isRead);
    this.hash(call.hash);
    if (isRead && helper === 'concat') this.concat(call);
  }

  /** `(concat "Since " (instant since))` is the sentence "Since {instant since}". */
  private concat(call: hbs.AST.SubExpression): void {
    const key = call.params.map((param) => (isText(param) ? param.value : `{${placeName(param)}}`)).join('');
    const wording = isAddress(key) || !hasWords(key) ? undefined : this.wording(asKey(key));
    if (wording === undefined) return;
    const parts = call.params.filter((param) => !isText(param)).map((part) => ({ name: placeName(part), part }));
    const framed = framedLike(key, wording);
    call.params = fill(framed, parts).map((part) => (typeof part === 'string' ? text(part) : part));
  }

  /** `count n "lesson"` says one word for one, another for more. */
  private count(call: { params: Expression[] }): void {
    const [number, one, many] = call.params;
    if (!number || !one || !isText(one) || (many && !isText(many))) return;
    const plural = many?.value ?? `${one.value}s`;
    call.params = [number, text(this.worded(one.value)), text(this.worded(plural))];
  }

  private worded(english: string): string {
    if (!hasWords(english) || isAddress(english) || CODES.has(english)) return english;
    const wording = this.wording(asKey(english));
    return wording === undefined ? english : framedLike(english, wording);
  }

  private sentence(pieces: readonly (string | Mustache)[], inAttribute: boolean): hbs.AST.Statement[] {
    const unchanged = () => pieces.map((piece) => (typeof piece === 'string' ? content(piece) : piece));
    const parts: Part[] = [];
    const english = pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        parts.push({ name: placeName(piece), part: piece });
        return `{${placeName(piece)}}`;
      })
      .join('');
    const wording = hasWords(english) ? this.wording(asKey(english)) : undefined;
    if (wording === undefined) return unchanged();
    const escape = (words: string) => (inAttribute ? words.replaceAll('"', '&quot;') : escapeTags(words));
    return fill(framedLike(english, wording), parts).map((piece) =>
      typeof piece === 'string' ? content(escape(piece)) : piece,
    );
  }
}

/** A wording that says all that the English says, and nothing that is not there. */
function checked(wording: Wording): Wording {
  return (english) => {
    const translation = wording(english);
    if (translation === undefined) return undefined;
    const [asked, given] = [english, translation].map((text) => [...new Set(placesOf(text))].join(', '));
    if (asked !== given) throw new Error(`“${english}” has the places ${asked}, “${translation}” has ${given}`);
    return translation;
  };
}

/** With the blanks that the English has at its ends. */
function framedLike(english: string, wording: string): string {
  const [before] = /^\s*/.exec(english) ?? [''];
  const [after] = /\s*$/.exec(english) ?? [''];
  return `${before}${wording}${after}`;
}

function escapeTags(words: string): string {
  return words.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `/courses`, `#top`, and what is put together behind one: `{href}/places`. */
function isAddress(text: string): boolean {
  return /^(\{[^{}]*\})?[/#?]/.test(text);
}

/** What an expression is called inside a text: `displayName`, `instant next.opensAt`. */
function placeName(expression: Expression | Mustache): string {
  if (expression.type === 'PathExpression') return nameOf(expression);
  const { path, params = [] } = expression as Partial<Mustache>;
  if (!path) return String((expression as Partial<hbs.AST.NumberLiteral>).value);
  const given = params.filter((param) => param.type === 'PathExpression').map((param) => nameOf(param));
  return [nameOf(path), ...given].join(' ');
}

function nameOf(path: Expression): string {
  return (path as hbs.AST.PathExpression).original.replace(/^this\./, '');
}

function isContent(statement: hbs.AST.Statement): statement is hbs.AST.ContentStatement {
  return statement.type === 'ContentStatement';
}

function isMustache(statement: hbs.AST.Statement): statement is Mustache {
  return statement.type === 'MustacheStatement';
}

function isText(expression: Expression): expression is hbs.AST.StringLiteral {
  return expression.type === 'StringLiteral';
}

function content(value: string): hbs.AST.ContentStatement {
  return {
    type: 'ContentStatement',
    value,
    original: value,
    loc: NOWHERE,
  } as hbs.AST.Statement as hbs.AST.ContentStatement;
}

function text(value: string): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc: NOWHERE };
}

const NOWHERE: hbs.AST.SourceLocation = { source: '', start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };
