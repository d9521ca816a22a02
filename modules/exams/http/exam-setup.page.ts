import { Temporal } from 'temporal-polyfill';
import { DIFFICULTIES } from '../domain/blueprint.js';
import { SEATINGS } from '../domain/rooms.js';
import { RETAKE_FORMS } from '../domain/retakes.js';
import type { ExamRules, ExamScheme, ExamSetup } from '../use-cases/read-exam-setup.js';
import { agreementInEnglish } from '../../evidence/signed-texts.public.js';
import { EXAM_IDENTITY, EXAM_NONDISCLOSURE } from '../use-cases/exam-texts.js';
import { bandField, domainField } from './exam-form.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';

/** The schemes to choose from. */
export function examSchemesPage(schemes: readonly ExamScheme[]) {
  return {
    schemes: schemes.map(({ body, code, title, rules }) => ({
      title,
      body: body.name,
      href: `/desk/exams/new?${new URLSearchParams({ bodyId: body.id, schemeCode: code }).toString()}`,
      rules: rulesOf(rules),
    })),
  };
}

/** The form, with what the scheme asks and what the bank has beside it. */
export function examSetupPage({ body, code, title, rules, domains, studies, inPretest }: ExamSetup) {
  return {
    body,
    code,
    schemeTitle: title,
    rules: rulesOf(rules),
    studies: studies.map(({ id, title: name, closedAt, judges, supply }) => ({
      value: id,
      label: `${name}, closed ${formatDate(closedAt.toZonedDateTimeISO(body.timeZone).toPlainDate())}`,
      hint: `${judges} judges; ${count(supply.items)} in use and judged`,
    })),
    onlyStudy: studies.length === 1 ? studies[0]?.id : undefined,
    domains: domains.map(({ code: domain, title: label }) => ({
      name: domainField(domain),
      label,
      hint: hintOf(studies.map(({ title: name, supply }) => [name, supply.byDomain[domain] ?? 0])),
    })),
    bands: DIFFICULTIES.map((difficulty) => ({
      label: difficulty,
      min: bandField(difficulty, 'Min'),
      max: bandField(difficulty, 'Max'),
      hint: hintOf(studies.map(({ title: name, supply }) => [name, supply.byDifficulty[difficulty]])),
    })),
    inPretest,
    minutes: rules.minutes ?? undefined,
    asked: askedWords(rules),
    seatings: Object.entries(SEATINGS).map(([value, label]) => ({ value, label })),
    retakeForms: Object.entries(RETAKE_FORMS).map(([value, label]) => ({ value, label })),
    // Words to begin with: as long as a body keeps them, candidates read them in their language.
    texts: {
      identityText: agreementInEnglish(EXAM_IDENTITY),
      nondisclosureText: agreementInEnglish(EXAM_NONDISCLOSURE),
    },
  };
}

/** What the scheme says of its exam, in words. */
export function rulesOf(rules: ExamRules): { key: string; value: string }[] {
  const { items, minutes, score, max_attempts: most, attempts_window: window, retest_wait: wait, remediation } = rules;
  const attempts = most === null ? 'As many as needed' : String(most);
  return [
    ...(items === null ? [] : [{ key: 'Items', value: String(items) }]),
    ...(minutes === null ? [] : [{ key: 'Time', value: `${minutes} minutes` }]),
    { key: 'Score', value: scoreWords(score) },
    { key: 'Attempts', value: window ? `${attempts}, within ${periodWords(window)} of admission` : attempts },
    { key: 'Wait before the next', value: wait === null ? 'None' : periodWords(wait) },
    ...(remediation
      ? [
          {
            key: 'After attempts that did not pass',
            value: `${remediation.training_hours} more hours of training after ${remediation.after_attempts}`,
          },
        ]
      : []),
  ];
}

/** "75 items, with those that are tried out, and 120 minutes"; empty where the rules leave both open. */
function askedWords({ items, minutes }: ExamRules): string {
  return [
    ...(items === null ? [] : [`${items} items, with those that are tried out`]),
    ...(minutes === null ? [] : [`${minutes} minutes`]),
  ].join(', and ');
}

function scoreWords(score: ExamRules['score']): string {
  switch (score.type) {
    case 'scaled':
      return `${score.min} to ${score.max}; ${score.pass} is a pass`;
    case 'percent':
      return `Percent; ${score.pass} is a pass`;
    case 'pass_fail':
      return 'A pass or not yet, without a figure';
  }
}

/** "3 months and 1 day". @param period ISO 8601, without a time */
export function periodWords(period: string | Temporal.Duration): string {
  const { years, months, weeks, days } = Temporal.Duration.from(period);
  const parts = Object.entries({ year: years, month: months, week: weeks, day: days });
  return parts
    .filter(([, many]) => many > 0)
    .map(([unit, many]) => `${many} ${unit}${many === 1 ? '' : 's'}`)
    .join(' and ');
}

/** What there is to draw from; by study where there are several. */
function hintOf(supplies: [study: string, items: number][]): string {
  if (supplies.length === 0) return 'No closed study yet.';
  if (supplies.length === 1) return `${count(supplies[0]?.[1] ?? 0)} in use and judged.`;
  return `In use and judged: ${supplies.map(([study, items]) => `${items} by ${study}`).join(', ')}.`;
}

function count(items: number): string {
  return items === 1 ? '1 item' : `${items} items`;
}
