import { Parser } from 'htmlparser2';
import type { TemplateProblem } from '../pdf-renderer.js';
import { HOLE } from './handlebars-source.js';
import { ELEMENTS, EMPTY, INSIDE, attributeProblem } from './vocabulary.js';

/** An element of the subset, checked against the vocabulary. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  line: number;
}

const MOST_NODES = 50_000;
const TEXT_HOLDERS = ['h1', 'h2', 'h3', 'p', 'li', 'th', 'td', 'b', 'i', 'span', 'a', 'style'];

/**
 * Reads a page of the HTML subset. Everything outside the vocabulary is a problem; nothing is repaired or guessed,
 * so what the editor wrote is what is printed.
 * @param html a filled page, or the skeleton of a template
 */
export function readPageSource(html: string): { root: Element; problems: TemplateProblem[] } {
  const reading = new Reading(html);
  return { root: reading.read(), problems: reading.problems };
}

class Reading {
  readonly problems: TemplateProblem[] = [];
  private readonly root: Element = { name: '', attributes: {}, children: [], line: 1 };
  private readonly open: Element[] = [];
  private unquoted: string[] = [];
  private nodes = 0;
  private readonly parser: Parser;
  private countedTo = 0;
  private line = 1;

  constructor(private readonly html: string) {
    this.parser = new Parser(
      {
        onattribute: (name, _value, quote) => {
          if (quote === undefined || quote === null) this.unquoted.push(name);
        },
        onopentag: (name, attributes) => this.begin(name, attributes),
        ontext: (text) => this.text(text),
        onclosetag: (name, implied) => this.end(name, implied),
        onprocessinginstruction: (name) => this.refuse(`<${name}> is not part of a document`),
      },
      { lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: true },
    );
  }

  read(): Element {
    this.parser.write(this.html);
    this.parser.end();
    const documents = this.root.children.filter((child) => typeof child !== 'string' && child.name === 'document');
    if (documents.length !== 1) this.refuse('a template is one <document>');
    return this.root;
  }

  private begin(name: string, attributes: Record<string, string>): void {
    const parent = this.open.at(-1) ?? this.root;
    const element: Element = { name, attributes, children: [], line: this.lineNow() };
    this.open.push(element);
    const unquoted = this.unquoted;
    this.unquoted = [];
    this.nodes += 1;
    if (this.nodes > MOST_NODES) throw new Error(`the page has more than ${MOST_NODES} elements`);
    if (!Object.hasOwn(ELEMENTS, name)) return this.refuse(`<${name.replaceAll(HOLE, '…')}> is not part of a document`);
    if (!(INSIDE[parent.name] ?? []).includes(name)) {
      this.refuse(
        parent.name === '' ? `<${name}> stands outside of <document>` : `<${name}> cannot stand in <${parent.name}>`,
      );
    }
    for (const attribute of unquoted) this.refuse(`“${attribute}” of <${name}> needs quotation marks around its value`);
    for (const [attribute, value] of Object.entries(attributes)) {
      const problem = attributeProblem(name, attribute, value);
      if (problem) this.refuse(problem);
    }
    parent.children.push(element);
  }

  private text(text: string): void {
    const parent = this.open.at(-1) ?? this.root;
    if (parent.name === 'style' && text.includes(HOLE)) this.refuse('a style sheet cannot hold a value');
    if (TEXT_HOLDERS.includes(parent.name)) parent.children.push(text);
    else if (text.trim() !== '')
      this.refuse(`“${text.trim().slice(0, 30).replaceAll(HOLE, '…')}” stands in no paragraph`);
  }

  private end(name: string, implied: boolean): void {
    const element = this.open.pop();
    if (implied && !EMPTY.includes(name)) this.refuse(`<${name}> of line ${element?.line ?? 1} is not closed`);
  }

  private refuse(message: string): void {
    this.problems.push({ message, line: this.lineNow() });
  }

  private lineNow(): number {
    const to = this.parser?.startIndex ?? 0;
    for (; this.countedTo < to; this.countedTo += 1) if (this.html[this.countedTo] === '\n') this.line += 1;
    return this.line;
  }
}
