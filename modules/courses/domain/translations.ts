import type { CourseDefinition } from './course-definition.js';

/** A course as one that is the same in another language names it. */
export interface OtherLanguage {
  readonly code: string;
  readonly title: string;
  readonly language: string;
}

type Named = Pick<CourseDefinition, 'code' | 'title' | 'language' | 'translates'>;

/** The code under which a course counts: a translation counts as its original. */
export function countsAs({ code, translates }: Pick<Named, 'code' | 'translates'>): string {
  return translates ?? code;
}

/** The same course in other languages, among all that there are. */
export function inOtherLanguages(course: Named, all: readonly Named[]): OtherLanguage[] {
  return all
    .filter((one) => one.code !== course.code && countsAs(one) === countsAs(course))
    .map(({ code, title, language }) => ({ code, title, language }));
}

/** What the speakers of a language call it, with a capital letter: `es` is "Español". */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
