import type { PageProblem } from './page-context.js';
import type { PageForm } from './page-form.js';

/** What a page writes: `{{> field name="email" label="E-mail address" type="email"}}`; see partials/field.hbs. */
export interface FieldInput {
  name: string;
  label?: string;
  type?: string;
  /** The value when nothing was typed yet. */
  value?: unknown;
  hint?: string;
  items?: readonly { value: unknown; label: string; hint?: string }[];
}

export interface FieldView {
  id: string;
  value: string;
  problem?: string;
  /** The language of the problem's words, where it is not the page's. */
  problemLang?: string;
  hintId?: string;
  problemId?: string;
  /** For `aria-describedby`: hint and problem, in this order. */
  describedBy?: string;
  choices: { id: string; value: string; label: string; hint?: string; hintId?: string; chosen: boolean }[];
  hours?: FieldPart;
  minutes?: FieldPart;
}

interface FieldPart {
  id: string;
  name: string;
  value: string;
  problem?: PageProblem;
}

/** Everything that a field shows, from what the page asks for and what the form holds: typed values win over `value`. */
export function fieldState(input: FieldInput, form: PageForm): FieldView {
  const id = form.ownId(fieldId(input.name));
  form.place(input.name, id);
  if (input.type === 'hours-and-minutes') return durationState(input, id, form);

  const given = form.valueOf(input.name) ?? input.value;
  const problem = form.problemOf(input.name);
  return {
    id,
    value: Array.isArray(given) ? '' : asText(given),
    choices: choices(input, id, new Set(Array.isArray(given) ? given.map(asText) : [asText(given)])),
    ...descriptions(id, input.hint, problem),
  };
}

/** Letters, digits and dashes only: names may hold dots and brackets. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`;
}

/** Two inputs, `<name>Hours` and `<name>Minutes`; the starting value is in whole minutes. The group's id is that of its first input. */
function durationState(input: FieldInput, id: string, form: PageForm): FieldView {
  const start = typeof input.value === 'number' ? input.value : undefined;
  const part = (name: string, partId: string, fallback: number | undefined): FieldPart => {
    form.place(name, partId);
    const problem = form.problemOf(name);
    return {
      id: partId,
      name,
      value: asText(form.valueOf(name) ?? fallback),
      ...(problem === undefined ? {} : { problem }),
    };
  };
  const hours = part(`${input.name}Hours`, id, start === undefined ? undefined : Math.trunc(start / 60));
  const minutes = part(`${input.name}Minutes`, `${id}-minutes`, start === undefined ? undefined : start % 60);
  const problem = form.problemOf(input.name) ?? hours.problem ?? minutes.problem;
  return { id, value: '', choices: [], hours, minutes, ...descriptions(id, input.hint, problem) };
}

function choices(input: FieldInput, id: string, chosen: ReadonlySet<string>): FieldView['choices'] {
  return (input.items ?? []).map((item, index) => {
    const choiceId = index === 0 ? id : `${id}-${index + 1}`;
    const value = asText(item.value);
    const hint = item.hint ? { hint: item.hint, hintId: `${choiceId}-item-hint` } : {};
    return { id: choiceId, value, label: item.label, chosen: chosen.has(value), ...hint };
  });
}

function descriptions(id: string, hint: string | undefined, problem: PageProblem | undefined) {
  const hintId = hint ? `${id}-hint` : undefined;
  const problemId = problem ? `${id}-problem` : undefined;
  const describedBy = [hintId, problemId].filter((part) => part !== undefined).join(' ');
  return {
    ...(hintId ? { hintId } : {}),
    ...(problemId && problem ? { problem: problem.message, problemId } : {}),
    ...(problem?.lang ? { problemLang: problem.lang } : {}),
    ...(describedBy ? { describedBy } : {}),
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
