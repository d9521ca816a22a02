import type { Prerequisite } from '../definition/prerequisites.js';
import type { Cap, Share, SupervisorRule } from '../definition/hours.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { ProseSection } from './scheme-prose.js';
import { counted, durationWords, hoursWords, listWords, plain, sentence, type Names } from './words.js';

/** What stands for itself: age, education, statements, checks. */
export function prerequisiteLines({ prerequisites }: SchemeDefinition, names: Names): string[] {
  return prerequisites.map((rule) => {
    const recent = rule.within ? `, no older than ${durationWords(rule.within)}` : '';
    const stage = rule.stage ? ` (for the ${plain(rule.stage)} stage)` : '';
    return `${names.clause(rule.code)}: ${prerequisiteWords(rule, names)}${recent}${stage}.`;
  });
}

function prerequisiteWords(rule: Prerequisite, names: Names): string {
  switch (rule.kind) {
    case 'attestation': {
      const kinds = rule.any_of ?? (rule.type ? [rule.type] : []);
      return `your own statement${kinds.length > 0 ? ` (${listWords(kinds.map(plain), 'or')})` : ''}; no story is asked for`;
    }
    case 'signature':
      return 'your signature under the text';
    case 'document': {
      const documents = (rule.any_of ?? [rule.code]).map((type) => names.document(type));
      return rule.at_least && rule.at_least > 1
        ? `${rule.at_least} of these: ${listWords(documents)}`
        : listWords(documents, 'or');
    }
    case 'declaration':
      return `your declaration that you live or work there at least ${rule.min_percent_live_or_work} percent of the time`;
    case 'number':
      return rule.max === undefined ? `at least ${rule.min}` : `${rule.min} to ${rule.max}`;
    case 'background_check':
      return 'a check that the certifying body records';
    case 'amount':
      return `at least ${rule.min} ${names.unit(rule.unit)}`;
    case 'hours': {
      const topics = rule.topics ? ` in ${listWords(rule.topics.map((topic) => names.topic(topic)))}` : '';
      return `at least ${hoursWords(rule.min_hours)} of ${plain(rule.of)}${topics}`;
    }
    case 'elapsed':
      return `${durationWords(rule.at_least)} after ${names.event(rule.since)}`;
    case 'credential':
      return rule.elsewhere ? 'a current certification elsewhere' : 'a current certification on this register';
    case 'any_of': {
      const ways = rule.of.map((way) => `${names.clause(way.code).toLowerCase()} (${prerequisiteWords(way, names)})`);
      const many = rule.at_least ?? 1;
      return many === 1 ? listWords(ways, 'or') : `any ${many} of these: ${listWords(ways)}`;
    }
  }
}

export function trainingSection({ training }: SchemeDefinition, names: Names): ProseSection {
  if (!training) return { heading: 'Training', lines: ['No training hours are asked for.'] };
  const parts = training.buckets.map((bucket) => {
    const notes = [
      ...(bucket.accepts ? [`counts from ${listWords(bucket.accepts.map((topic) => names.topic(topic)))}`] : []),
      ...(bucket.within ? [`from the last ${durationWords(bucket.within)}`] : []),
      ...(bucket.after ? [`after ${names.topic(bucket.after)}`] : []),
      ...(bucket.assessment ? ['with the knowledge check at its end passed'] : []),
    ];
    return { part: names.topic(bucket.domain), least: hoursWords(bucket.min_hours), notes: notes.join('; ') };
  });
  return {
    heading: 'Training',
    lines: [
      `${sentence(hoursWords(training.total_hours))} in all.`,
      ...(training.providers === 'approved_only' ? ['Only training from approved providers counts.'] : []),
      ...(training.live_interaction_required ? ['The training has to be live, with people who can answer.'] : []),
      ...limitLines(training, names),
    ],
    parts,
  };
}

export function practiceSection({ practice }: SchemeDefinition, names: Names): ProseSection {
  if (!practice) return { heading: 'Supervised practice', lines: ['No practice hours are asked for.'] };
  const documents = (practice.evidence ?? []).filter((code) => code !== 'signed_log');
  return {
    heading: 'Supervised practice',
    lines: [
      `${sentence(hoursWords(practice.total_hours))}, ${listWords(practice.kinds, 'or')}, signed by your supervisor.`,
      ...(practice.counts_from ? [`Hours count once ${eventBegan(practice.counts_from, names)}.`] : []),
      ...(practice.must_finish_within
        ? [`They have to be done within ${durationWords(practice.must_finish_within)}.`]
        : []),
      ...(practice.excludes?.length ? [`Not counted: ${listWords(practice.excludes.map(plain))}.`] : []),
      ...(documents.length > 0 ? [`Also: ${listWords(documents.map((code) => names.document(code)))}.`] : []),
      ...(practice.supervisor ? [supervisorLine(practice.supervisor)] : []),
      ...limitLines(practice, names),
    ],
    parts: practice.buckets
      .filter(({ min_hours }) => min_hours > 0)
      .map(({ domain, min_hours }) => ({ part: names.topic(domain), least: hoursWords(min_hours), notes: '' })),
  };
}

export function supervisionSection({ supervision }: SchemeDefinition): ProseSection {
  if (!supervision) return { heading: 'Supervision received', lines: ['No supervision hours are asked for.'] };
  const { received_hours, must_cover_domains, ratio, cadence = [], modes } = supervision;
  return {
    heading: 'Supervision received',
    lines: [
      ...(received_hours ? [`${sentence(hoursWords(received_hours))}.`] : []),
      ...(ratio ? [`${hoursWords(ratio.hours)} for every ${hoursWords(ratio.per_practice_hours)} of practice.`] : []),
      ...cadence.map(
        ({ stage, at_least_every }) =>
          `At least once in every ${durationWords(at_least_every)} in the ${plain(stage)} stage.`,
      ),
      ...(must_cover_domains ? ['It has to touch every domain.'] : []),
      ...(modes ? [`Counts: ${listWords(modes.map(plain))}.`] : []),
      supervisorLine(supervision.supervisor),
    ],
  };
}

export function examSection({ exam }: SchemeDefinition, names: Names): ProseSection {
  if (!exam) return { heading: 'Exam', lines: ['No exam of the certifying body is asked for.'] };
  const { score } = exam;
  const pass = {
    scaled: () => `A scaled score of ${score.pass} is a pass.`,
    percent: () => `${score.pass} percent is a pass.`,
    pass_fail: () => 'The exam centre tells whether it was passed.',
  }[score.type]();
  return {
    heading: 'Exam',
    lines: [
      ...(exam.items && exam.minutes ? [`${exam.items} questions in ${exam.minutes} minutes.`] : []),
      pass,
      ...(exam.areas ? [`Areas: ${listWords(exam.areas.map((area) => names.topic(area)))}.`] : []),
      ...(exam.retest_wait
        ? [`After an attempt that was not a pass, the next one counts ${durationWords(exam.retest_wait)} later.`]
        : []),
      ...(exam.max_attempts
        ? [
            `${counted(exam.max_attempts, 'attempt')}${exam.attempts_window ? ` within ${durationWords(exam.attempts_window)}` : ''}.`,
          ]
        : []),
      ...(exam.remediation
        ? [
            `After ${counted(exam.remediation.after_attempts, 'attempt')}, ${hoursWords(exam.remediation.training_hours)} of training come before the next.`,
          ]
        : []),
      ...(exam.feedback ? ['You are told your percentage in each area.'] : []),
    ],
  };
}

/** Caps, shares, look-back and count-once, which training, practice and continuing education share. */
export function limitLines(
  rule: { caps?: readonly Cap[]; shares?: readonly Share[]; within?: string; different_hours_from?: readonly string[] },
  names: Names,
): string[] {
  return [
    ...(rule.caps ?? []).map(
      (cap) =>
        `At most ${'max_hours' in cap ? hoursWords(cap.max_hours) : `${cap.max_percent} percent`} count of: ${names.part(cap.of)}.`,
    ),
    ...(rule.shares ?? []).map((share) => `At least ${share.min_percent} percent has to be: ${names.part(share.of)}.`),
    ...(rule.within ? [`Counted back ${durationWords(rule.within)}.`] : []),
    ...(rule.different_hours_from
      ? [`Hours that were counted for ${listWords(rule.different_hours_from)} do not count again.`]
      : []),
  ];
}

function supervisorLine({ qualification, on = 'both', proven_by }: SupervisorRule): string {
  const when = {
    service: 'on the day of the service',
    signing: 'on the day of the signature',
    both: 'on the day of the service and of the signature',
  };
  const proof = proven_by === 'register' ? ', as the register shows' : '';
  return `The supervisor has to be qualified ${when[on]}${proof}: ${plain(qualification)}.`;
}

function eventBegan(event: Parameters<Names['event']>[0], names: Names): string {
  return `${names.event(event)}${event === 'initial_certification' || event === 'application' ? ' is there' : ''}`;
}
