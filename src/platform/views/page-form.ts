import type { PageProblem } from './page-context.js';

/**
 * What the fields of one page share while it is rendered: typed values, problems, the ids of the fields met so far
 * (so that the error summary, rendered last, links only to fields that exist) and a count of forms.
 */
export class PageForm {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly PageProblem[];
  private readonly formId: string;
  private readonly ids = new Map<string, string>();
  /** How many fields wanted an id. */
  private readonly taken = new Map<string, number>();
  private forms = 0;

  constructor(input: { formId: string; values: Readonly<Record<string, unknown>>; problems: readonly PageProblem[] }) {
    this.formId = input.formId;
    this.values = input.values;
    this.problems = input.problems;
  }

  /** The first problem of a field, in the words that the summary uses too. */
  problemOf(field: string): PageProblem | undefined {
    return this.problems.find((problem) => problem.field === field);
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
    if (!this.ids.has(field)) this.ids.set(field, id);
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
