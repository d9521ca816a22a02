import type { Anchor } from '../definition/credential.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { deniesByTwo } from '../terms/renewal-denial.js';
import { confirmsAfterFees, costsSomething } from '../terms/renewal-fee.js';
import { limitLines } from './requirements.js';
import type { ProseSection } from './scheme-prose.js';
import { counted, durationWords, hoursWords, listWords, moneyWords, plain, sentence, type Names } from './words.js';

export function termSection({ credential }: SchemeDefinition): ProseSection {
  return {
    heading: 'How long it is valid',
    lines: credential.stages.map(
      ({ code, validity, starts = 'decision_date', extensions, extension, discretionary_extensions }) => {
        const more = [
          ...(extensions && extension
            ? [`can be extended ${timesWords(extensions)} by ${durationWords(extension)}`]
            : []),
          ...(discretionary_extensions
            ? [`the certifying body may add ${counted(discretionary_extensions, 'extension')}, with a reason`]
            : []),
        ];
        return `${sentence(plain(code))}: ${durationWords(validity)}, counted from ${anchorWords(starts)}${more.map((part) => `; ${part}`).join('')}.`;
      },
    ),
  };
}

export function renewalSection(scheme: SchemeDefinition, names: Names): ProseSection {
  const { renewal } = scheme;
  const { ce, also = [], opens_before_expiry, cycle } = renewal;
  return {
    heading: 'Renewal',
    lines: [
      `Every ${durationWords(cycle)}: ${hoursWords(ce.total_hours)} of continuing education.`,
      opens_before_expiry
        ? `It can be asked for from ${durationWords(opens_before_expiry)} before the last valid day.`
        : 'It can be asked for at any time in the term.',
      ...(also.length > 0 ? [`Also: ${listWords(also.map((code) => names.clause(code)))}.`] : []),
      ...(costsSomething(scheme)
        ? [
            confirmsAfterFees(scheme)
              ? 'Its fee is paid, or waived, before it is confirmed; the day on which it was sent is kept.'
              : 'It is confirmed without waiting for its fee.',
          ]
        : []),
      deniesByTwo(scheme)
        ? 'Two persons have to agree before one is denied, and each clause is told with its reason.'
        : 'One person may deny one, and each clause is told with its reason.',
      ...limitLines(ce, names),
      ce.carry_over === false
        ? 'Hours above the need are not carried over.'
        : `Up to ${hoursWords(ce.carry_over.max_hours)} above the need go on to the next term.`,
      ...(ce.waived_when_certified_less_than
        ? [
            `Nothing is asked of people certified less than ${durationWords(ce.waived_when_certified_less_than)} before the term ends.`,
          ]
        : []),
    ],
    parts: ce.buckets.map(({ topic, min_hours }) => ({
      part: names.topic(topic),
      least: hoursWords(min_hours),
      notes: '',
    })),
  };
}

export function latenessSection({ lapse }: SchemeDefinition): ProseSection {
  const actions = { renew_late: 'late renewal', reinstate: 'reinstatement', reapply: 'a new application' };
  return {
    heading: 'When a renewal is late',
    lines: [
      ...(lapse.grace === 'P0D' ? [] : [`No late fee is asked in the first ${durationWords(lapse.grace)}.`]),
      ...lapse.tiers.map(({ from, to, action, fee }) => {
        const begins = from === 'P0D' ? 'From the day after the last valid day' : `After ${durationWords(from)}`;
        const until = to === null ? '' : `, up to ${durationWords(to)}`;
        return `${begins}${until}: ${actions[action]}${fee ? `, ${moneyWords(fee)} more` : ''}.`;
      }),
    ],
  };
}

export function promisesSection({ application, discipline }: SchemeDefinition): ProseSection {
  const { decision_within, review_within, valid_for } = application;
  const { complaint, appeal, notice, emergency } = discipline;
  return {
    heading: 'What the certifying body promises',
    lines: [
      ...(review_within ? [`Your application is looked at within ${durationWords(review_within)}.`] : []),
      ...(decision_within ? [`It is decided within ${durationWords(decision_within)}.`] : []),
      ...(valid_for ? [`It stays open for ${durationWords(valid_for)}.`] : []),
      ...(appeal
        ? [
            `You can appeal against: ${listWords(appeal.allowed_for.map(plain))}. An appeal is decided within ${durationWords(appeal.decide)}.`,
          ]
        : []),
      ...(complaint
        ? [
            `Complaints are acknowledged within ${durationWords(complaint.acknowledge)} and decided within ${durationWords(complaint.decide)}.`,
          ]
        : []),
      ...(complaint?.registry_update
        ? [
            `The register shows what was decided within ${durationWords(complaint.registry_update)} of the day it takes effect.`,
          ]
        : []),
      ...(emergency
        ? [
            `A suspension at once ends unless a second person confirms it within ${durationWords(emergency.confirm_within)}.`,
          ]
        : []),
      ...(notice
        ? [`Before a decision against a certification you have ${durationWords(notice.answer_within)} to answer.`]
        : []),
    ],
  };
}

export function reciprocitySection({ reciprocity }: SchemeDefinition, names: Names): ProseSection {
  const { requires, practice_hours, ce, letters = [] } = reciprocity;
  return {
    heading: 'If you are certified elsewhere',
    lines: [
      ...requires.map((code) => `${sentence(names.clause(code))}.`),
      ...(practice_hours
        ? [
            `${sentence(hoursWords(practice_hours.hours))} of practice in the last ${durationWords(practice_hours.within)}.`,
          ]
        : []),
      ...(ce
        ? [
            `${sentence(hoursWords(ce.hours))} of continuing education in the last ${durationWords(ce.within)}${ce.ethics ? `, ${hoursWords(ce.ethics)} of it in ethics` : ''}.`,
          ]
        : []),
      ...letters.map((code) => `${sentence(names.document(code))}.`),
    ],
  };
}

export function feesSection({ fees }: SchemeDefinition): ProseSection {
  return {
    heading: 'Fees',
    lines: Object.entries(fees).map(([code, amount]) => `${sentence(plain(code))}: ${moneyWords(amount)}.`),
  };
}

function anchorWords(anchor: Anchor): string {
  if (typeof anchor !== 'string') {
    const years = anchor.years === 'every' ? 'every year' : `${anchor.years} years`;
    return `one day for all, ${anchor.fixed_day} (month and day) of ${years}`;
  }
  return {
    decision_date: 'the day of the decision',
    issue_date: 'the day of issue',
    exam_pass_date: 'the day the exam was passed',
    stage_start: 'the day the stage began',
    calendar_year: 'the calendar year',
  }[anchor];
}

function timesWords(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}
