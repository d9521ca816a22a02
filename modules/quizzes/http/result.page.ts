import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { ExplainedQuestion } from '../domain/attempt-view.js';
import type { NextAttempt } from '../domain/retake.js';
import type { AttemptReading } from '../use-cases/read-attempt.js';
import { otherLanguage } from './look.js';

type ClosedAttempt = Extract<AttemptReading, { state: 'closed' }>;

/** @param names competency names by code; a code without a name is shown as it is */
export function resultPage(attempt: ClosedAttempt, names: ReadonlyMap<string, string>) {
  return {
    title: say`${attempt.title}: your result`,
    attempt,
    lang: otherLanguage(attempt.language),
    status: attempt.passed ? 'passed' : 'not_passed_yet',
    competencies: attempt.competencies.map(({ competency, questions, percent }) => ({
      name: nameOf(competency, names),
      questions,
      percent,
      advice: percent >= attempt.passPercent ? say`Well understood` : say`Worth another look`,
    })),
    next: nextView(attempt.next),
    questions: attempt.questions.map((question) => questionView(question, names)),
  };
}

/** The retake rule in words: whether, and from when, another attempt can begin. */
export function nextView(next: NextAttempt) {
  const left = 'attemptsLeft' in next && next.attemptsLeft !== null ? next.attemptsLeft : null;
  return {
    state: next.state,
    canStart: next.state === 'open',
    opensAt: next.state === 'waiting' ? next.opensAt : null,
    attemptsLeft: left,
    maxAttempts: next.state === 'used_up' ? next.maxAttempts : null,
  };
}

function questionView(question: ExplainedQuestion, names: ReadonlyMap<string, string>) {
  const isOrdering = question.kind === 'ordering';
  const options = isOrdering
    ? [...question.options].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
    : question.options;
  return {
    heading: `${question.place}. ${question.stem}`,
    scenario: question.scenario,
    competency: nameOf(question.competency, names),
    percent: question.percent,
    isOrdering,
    options: options.map((option) => ({
      text: option.text,
      rationale: option.rationale,
      notes: [isOrdering ? orderingNotes(option) : choiceNotes(option), lateNotes(option)].filter(Boolean).join('; '),
    })),
    references: question.references,
  };
}

/** In the language of the page where there is a wording; else in English, which then says so. */
function nameOf(code: string, names: ReadonlyMap<string, string>): { text: string; lang?: string } {
  const english = names.get(code) ?? code;
  const text = sayWord(english);
  return { text, lang: text === english ? otherLanguage('en') : undefined };
}

function orderingNotes({ position, placed }: ExplainedQuestion['options'][number]): string {
  const step = position ?? 0;
  if (placed === null) return say`Step ${step}, you gave it no place`;
  return placed === position ? say`Step ${step}, as you placed it` : say`Step ${step}, you placed it ${placed}`;
}

/** What was given after the end, and counts nowhere. */
function lateNotes({ chosenLate, placedLate }: ExplainedQuestion['options'][number]): string {
  if (placedLate !== null) return say`you placed it ${placedLate} after the end`;
  return chosenLate ? say`your choice after the end` : '';
}

function choiceNotes({ right, chosen }: ExplainedQuestion['options'][number]): string {
  if (right) return chosen ? say`Good practice, and your choice` : say`Good practice`;
  return chosen ? say`Your choice` : '';
}
