/** Attributes whose value a person reads or hears. `data-say-…` holds what a script will say. */
const READ_ATTRIBUTES = /^(aria-label|title|alt|placeholder|data-say-[a-z-]+)$/;

/** Elements whose content is no text for people. */
const SILENT = /^(script|style)$/;

type State = 'text' | 'tag' | 'value' | 'comment';

/** A stretch of a template's HTML: markup, or text that somebody reads, between tags or in an attribute. */
export interface Stretch {
  readonly kind: 'markup' | 'text' | 'attribute';
  readonly value: string;
}

/**
 * Where in the HTML a template stands between its expressions. Pieces are given in the order of the page; a block's
 * two branches both start where the block does, each with a copy.
 */
export class HtmlPlace {
  private state: State = 'text';
  private element = '';
  private attribute = '';
  private quote = '';

  copy(): HtmlPlace {
    return Object.assign(new HtmlPlace(), this);
  }

  /** What an expression at this place is part of. */
  get kind(): Stretch['kind'] {
    if (this.state === 'text') return SILENT.test(this.element) ? 'markup' : 'text';
    return this.state === 'value' && READ_ATTRIBUTES.test(this.attribute) ? 'attribute' : 'markup';
  }

  /** The next piece of HTML, cut where text begins and ends. */
  read(html: string): Stretch[] {
    const stretches: { kind: Stretch['kind']; value: string }[] = [];
    for (let at = 0; at < html.length;) {
      const before = this.kind;
      const length = this.step(html, at);
      // The character that ends a text is markup, and so is the one that begins it.
      const kind = before === this.kind ? before : 'markup';
      const last = stretches.at(-1);
      if (last?.kind === kind) last.value += html.slice(at, at + length);
      else stretches.push({ kind, value: html.slice(at, at + length) });
      at += length;
    }
    return stretches;
  }

  /** Takes one step. @returns over how many characters */
  private step(html: string, at: number): number {
    const character = html[at] ?? '';
    if (this.state === 'text') return this.inText(html, at);
    if (this.state === 'comment') {
      if (!html.startsWith('-->', at)) return upTo('-->', html, at);
      this.state = 'text';
      return 3;
    }
    if (this.state === 'value') {
      if (character !== this.quote) return upTo(this.quote, html, at);
      this.state = 'tag';
      return 1;
    }
    return this.inTag(character);
  }

  private inText(html: string, at: number): number {
    if (html.startsWith('<!--', at)) {
      this.state = 'comment';
      return 4;
    }
    const tag = /^<(\/?[a-z][a-z0-9-]*|!)/i.exec(html.slice(at, at + 40))?.[1];
    if (tag === undefined) return upTo('<', html, at);
    this.state = 'tag';
    this.element = tag.toLowerCase();
    this.attribute = '';
    return tag.length + 1;
  }

  private inTag(character: string): number {
    if (character === '>') this.state = 'text';
    else if (character === '"' || character === "'") {
      this.state = 'value';
      this.quote = character;
    } else if (/\s/.test(character)) this.attribute = '';
    else if (character !== '=') this.attribute += character.toLowerCase();
    return 1;
  }
}

/** How far it is from `at` to where `mark` stands next, or to the end. */
function upTo(mark: string, html: string, at: number): number {
  const next = html.indexOf(mark, at + 1);
  return (next < 0 ? html.length : next) - at;
}
