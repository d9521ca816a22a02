import { sayMessage, sayWord } from '../../../src/platform/translation/say.js';
import { SCORING_RULES } from '../domain/scoring.js';
import type { AskedQuestion } from '../domain/attempt-view.js';
import { accommodationWords, type Accommodation } from '../domain/accommodation.js';
import type { AttemptReading } from '../use-cases/read-attempt.js';
import { answerField, placeField, revisionField } from './attempt-form.js';
import { letterOf, lookOf, otherLanguage } from './look.js';

type OpenAttempt = Extract<AttemptReading, { state: 'open' }>;

/**
 * The page of an open attempt: every question at once, so that one page load is enough for the whole quiz.
 * @param helps what is made easier for the person now
 */
export function attemptPage(attempt: OpenAttempt, helps: Accommodation, typed: Readonly<Record<string, unknown>> = {}) {
  return {
    title: attempt.title,
    lang: otherLanguage(attempt.language),
    attempt,
    total: attempt.questions.length,
    minutesLeft: Math.ceil(attempt.secondsLeft / 60),
    // Told by the script in the zone of the device, which alone knows it.
    deadlineAt: attempt.deadlineAt.toString(),
    rules: rulesFor(attempt.questions),
    questions: attempt.questions.map((question) => questionView(question, typed, helps.reader)),
    look: lookOf(helps),
    extras: accommodationWords(helps).map(sayMessage),
    reader: helps.reader,
  };
}

const HINTS: Readonly<Record<AskedQuestion['kind'], string>> = {
  single: 'Choose one.',
  multiple: 'Choose all that apply.',
  ordering: 'Give each step its place.',
};

/** A question as the page asks it. @param lettered each answer begins with a letter, for somebody who reads it aloud */
export function questionView(question: AskedQuestion, typed: Readonly<Record<string, unknown>>, lettered = false) {
  const { place, kind, answer } = question;
  const revision = revisionField(place);
  const places = question.options.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return {
    place,
    kind,
    scenario: question.scenario,
    stem: `${place}. ${question.stem}`,
    name: answerField(place),
    revisionName: revision,
    // A page shown again with what was typed keeps the revision it had seen: what is newer meanwhile stays newer.
    revision: typeof typed[revision] === 'string' ? typed[revision] : String(question.revision),
    type: kind === 'single' ? 'radios' : 'checkboxes',
    hint: sayWord(HINTS[kind]),
    value: answer && 'chosen' in answer ? answer.chosen : [],
    items: question.options.map(({ key, text }, at) => ({
      value: key,
      label: lettered ? `${letterOf(at)}. ${text}` : text,
    })),
    steps: question.options.map(({ key, text }) => ({
      name: placeField(place, key),
      label: text,
      places,
      value: answer && 'places' in answer ? answer.places[key] : undefined,
    })),
  };
}

function rulesFor(questions: readonly AskedQuestion[]): string[] {
  const kinds = new Set(questions.map((question) => question.kind));
  return (['single', 'multiple', 'ordering'] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => sayWord(SCORING_RULES[kind]));
}
