import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import type { Accommodation } from '../domain/accommodation.js';

/** The classes of a page of questions, for the sheet `quizzes/accommodations.css`; empty when the page is as for everybody. */
export function lookOf({ reader, largeText, wideSpacing }: Accommodation): string {
  return [reader && 'gs-for-reader', largeText && 'gs-larger', wideSpacing && 'gs-wider'].filter(Boolean).join(' ');
}

/** What an option is called when somebody reads it aloud: A, B, C. @param at counted from 0 */
export function letterOf(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
}

/** The language of a quiz, where its page is in another one: then its questions say which. */
export function otherLanguage(language: string): string | undefined {
  return language === pageLanguage() ? undefined : language;
}
