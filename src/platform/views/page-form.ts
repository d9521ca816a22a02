import type { PageProblem } from './page-context.js';

export interface PageFormInput {
  readonly formId: string;
  /** What the page begins with, in each of its forms. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly problems: readonly PageProblem[];
  /** The address that could not accept what was typed; where it is not known, each form of the page shows it. */
  readonly refused?: string;
}

/**
 * What the fields of one page share while it is rendered: typed values, problems, the ids of the fields met so far
 * (so that the error summary, rendered last, links only to fields that exist) and a count of forms.
 */
export class PageForm {
  readonly problems: readonly PageProblem[];
  private readonly values: Readonly<Record<string, unknown>>;
  private readonly typed: Readonly<Record<string, unknown>>;
  private readonly refused: string | undefined;
  private readonly formId: string;
  private readonly ids = new Map<string, string>();
  /** How many fields wanted an id. */
  private readonly taken = new Map<string, number>();
  private forms = 0;
  /** Whether what is written now belongs to the form that was sent. */
  private isHere = true;
  private wasMet = false;

  constructor({ formId, values, typed, problems, refused }: PageFormInput) {
    this.formId = formId;
    this.values = values;
    this.typed = typed ?? {};
    this.problems = problems;
    this.refused = refused;
  }

  /** Whether the page has the form that could not be accepted, as far as it is written and that form is known. */
  get knowsRefused(): boolean {
    return this.refused === undefined || this.wasMet;
  }

  /** Writes a form: what was typed, and what is to be mended, stands in the one that was sent alone. */
  within<T>({ action, method }: { action?: unknown; method?: unknown }, write: () => T): T {
    const before = this.isHere;
    this.isHere = this.refused === undefined || (method !== 'get' && pathIn(action) === this.refused);
    this.wasMet ||= this.isHere;
    try {
      return write();
    } finally {
      this.isHere = before;
    }
  }

  /** What a field shows: what was typed into it, else what the page begins with. */
  valueOf(field: string): unknown {
    return (this.isHere ? this.typed[field] : undefined) ?? this.values[field];
  }

  /** The first problem of a field, in the words that the summary uses too. */
  problemOf(field: string): PageProblem | undefined {
    return this.isHere ? this.problems.find((problem) => problem.field === field) : undefined;
  }

  /**
   * Two forms of one page may ask under the same name (why a fee is waived, why it is cancelled). Each field gets an id of its
   * own, since a label presses what has its id first.
   * @param id made of letters, digits and single dashes
   * @returns that id, with a number where a field has it already
   */
  ownId(id: string): string {
    const before = this.taken.get(id) ?? 0;
    this.taken.set(id, before + 1);
    return before === 0 ? id : `${id}--${before + 1}`;
  }

  /** Remembers under which id the field stands on the page, where it stands first. */
  place(field: string, id: string): void {
    if (this.isHere && !this.ids.has(field)) this.ids.set(field, id);
  }

  /** Problems for the summary, each with the address of its field when that field is on the page. */
  summary(): { message: string; lang?: string; href?: string }[] {
    return this.problems.map(({ field, message, lang }) => {
      const id = field === undefined ? undefined : this.ids.get(field);
      return id === undefined ? { message, lang } : { message, lang, href: `#${id}` };
    });
  }

  /** A different one-use id for each form of the page, so that a list of small forms does not look like one sent twice. */
  nextFormId(): string {
    this.forms += 1;
    return `${this.formId}.${this.forms}`;
  }
}

function pathIn(action: unknown): string | null {
  return typeof action === 'string' && URL.canParse(action, 'http://page')
    ? new URL(action, 'http://page').pathname
    : null;
}
