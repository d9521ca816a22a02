import type { Anchor } from '../definition/credential.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { deniesByTwo } from '../terms/renewal-denial.js';
import { confirmsAfterFees, costsSomething } from '../terms/renewal-fee.js';
import { limitLines } from './requirements.js';
import type { ProseSection } from './scheme-prose.js';
import { sentence, type Names } from './words.js';

/** How long each stage is valid, from which day on, and how often it can be extended. */
export function termSection({ credential }: SchemeDefinition, names: Names): ProseSection {
  return {
    heading: names.say('heading.term'),
    lines: credential.stages.map((stage) => {
      const { code, validity, starts = 'decision_date', extensions, extension, discretionary_extensions: more } = stage;
      const by = extension && names.duration(extension);
      return sentence(
        names.say('term.line', {
          stage: names.code(code),
          time: names.duration(validity),
          anchor: anchorWords(starts, names),
          more: [
            ...(extensions && by
              ? [names.say('term.extended', { times: timesWords(extensions, names), time: by })]
              : []),
            ...(more ? [names.say('term.extended_by_body', { extensions: extensionsWords(more, names) })] : []),
          ]
            .map((part) => `; ${part}`)
            .join(''),
        }),
      );
    }),
  };
}

/** What a renewal asks for, from when on it can be sent, and what goes over into the next term. */
export function renewalSection(scheme: SchemeDefinition, names: Names): ProseSection {
  const { ce, also = [], opens_before_expiry, cycle } = scheme.renewal;
  const newly = ce.waived_when_certified_less_than;
  return {
    heading: names.say('heading.renewal'),
    lines: [
      names.say('renewal.total', { time: names.every(cycle), hours: names.hours(ce.total_hours) }),
      opens_before_expiry
        ? names.say('renewal.opens', { time: names.duration(opens_before_expiry) })
        : names.say('renewal.any_time'),
      ...(also.length > 0
        ? [names.say('renewal.also', { clauses: names.list(also.map((code) => names.clause(code))) })]
        : []),
      ...(costsSomething(scheme)
        ? [names.say(confirmsAfterFees(scheme) ? 'renewal.fee_first' : 'renewal.fee_later')]
        : []),
      names.say(deniesByTwo(scheme) ? 'renewal.denied_by_two' : 'renewal.denied_by_one'),
      ...limitLines(ce, names),
      ce.carry_over === false
        ? names.say('renewal.no_carry_over')
        : names.say('renewal.carry_over', { hours: names.hours(ce.carry_over.max_hours) }),
      ...(newly ? [names.say('renewal.newly_certified', { time: names.duration(newly) })] : []),
    ],
    parts: ce.buckets.map(({ topic, min_hours }) => ({
      part: names.topic(topic),
      least: names.hours(min_hours),
      notes: '',
    })),
  };
}

/** What can be done after the last valid day, tier by tier. */
export function latenessSection({ lapse }: SchemeDefinition, names: Names): ProseSection {
  return {
    heading: names.say('heading.lateness'),
    lines: [
      ...(lapse.grace === 'P0D' ? [] : [names.say('late.grace', { time: names.duration(lapse.grace) })]),
      ...lapse.tiers.map(({ from, to, action, fee }) =>
        names.say(from === 'P0D' ? 'late.at_once' : 'late.after', {
          time: names.duration(from),
          until: to === null ? '' : names.say('late.until', { time: names.duration(to) }),
          action: names.say(`late.${action}`),
          fee: fee ? names.say('late.fee', { money: names.money(fee) }) : '',
        }),
      ),
    ],
  };
}

/** What the body promises: its limits of time, notice and appeal, as far as the scheme names them. */
export function promisesSection({ application, discipline }: SchemeDefinition, names: Names): ProseSection {
  const { decision_within, review_within, valid_for } = application;
  const { complaint, appeal, notice, emergency } = discipline;
  return {
    heading: names.say('heading.promises'),
    lines: [
      ...(review_within ? [names.say('promise.review', { time: names.duration(review_within) })] : []),
      ...(decision_within ? [names.say('promise.decision', { time: names.duration(decision_within) })] : []),
      ...(valid_for ? [names.say('promise.open', { time: names.duration(valid_for) })] : []),
      ...(appeal
        ? [
            names.say('promise.appeal', {
              decisions: names.list(appeal.allowed_for.map((code) => names.code(code))),
              time: names.duration(appeal.decide),
            }),
          ]
        : []),
      ...(complaint
        ? [
            names.say('promise.complaint', {
              acknowledged: names.duration(complaint.acknowledge),
              decided: names.duration(complaint.decide),
            }),
          ]
        : []),
      ...(complaint?.registry_update
        ? [names.say('promise.register', { time: names.duration(complaint.registry_update) })]
        : []),
      ...(emergency ? [names.say('promise.emergency', { time: names.duration(emergency.confirm_within) })] : []),
      ...(notice ? [names.say('promise.notice', { time: names.duration(notice.answer_within) })] : []),
    ],
  };
}

/** What people certified elsewhere are asked for in place of training, practice and supervision. */
export function reciprocitySection({ reciprocity }: SchemeDefinition, names: Names): ProseSection {
  const { requires, practice_hours: practice, ce, letters = [] } = reciprocity;
  return {
    heading: names.say('heading.reciprocity'),
    lines: [
      ...requires.map((code) => `${sentence(names.clause(code))}.`),
      ...(practice
        ? [
            names.say('elsewhere.practice', {
              hours: names.hours(practice.hours),
              time: names.duration(practice.within),
            }),
          ]
        : []),
      ...(ce
        ? [
            names.say(ce.ethics ? 'elsewhere.education_ethics' : 'elsewhere.education', {
              hours: names.hours(ce.hours),
              time: names.duration(ce.within),
              ethics: names.hours(ce.ethics ?? 0),
            }),
          ]
        : []),
      ...letters.map((code) => `${sentence(names.document(code))}.`),
    ],
  };
}

/** Each fee that the scheme names, with its amount. */
export function feesSection({ fees }: SchemeDefinition, names: Names): ProseSection {
  return {
    heading: names.say('heading.fees'),
    lines: Object.entries(fees).map(([code, amount]) =>
      sentence(names.say('fee.line', { fee: names.code(code), money: names.money(amount) })),
    ),
  };
}

function anchorWords(anchor: Anchor, names: Names): string {
  if (typeof anchor === 'string') return names.say(`anchor.${anchor}`);
  return names.say(`anchor.${anchor.years}`, { day: anchor.fixed_day });
}

function timesWords(count: number, names: Names): string {
  return names.say(count === 1 ? 'term.once' : 'term.times', { count });
}

function extensionsWords(count: number, names: Names): string {
  return names.say(count === 1 ? 'term.extension' : 'term.extensions', { count });
}
