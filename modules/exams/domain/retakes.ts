/** Which form somebody gets who sits an exam again and has seen every form that is given. Data of the exam. */
export const RETAKE_FORMS = {
  another: 'They wait until another form is approved',
  any: 'They get one of those again, and the desk sees that',
} as const;
export type RetakeForm = keyof typeof RETAKE_FORMS;

/**
 * What a person would be asked now: `another` is a form that they have not seen (the first one, too), `seen` one that they have,
 * `waits` that they wait for another, `none` that no form is given at all.
 */
export type FormOutlook = 'another' | 'seen' | 'waits' | 'none';

/** @param form the form that fits best; null where none is given */
export function outlookOf(rule: RetakeForm, form: { seen: boolean } | null): FormOutlook {
  if (!form) return 'none';
  if (!form.seen) return 'another';
  return rule === 'any' ? 'seen' : 'waits';
}
