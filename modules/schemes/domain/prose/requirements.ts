import type { Prerequisite } from '../definition/prerequisites.js';
import type { Cap, Share, SupervisorRule } from '../definition/hours.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { ProseSection } from './scheme-prose.js';
import { sentence, type Names } from './words.js';

/** What stands for itself: age, education, statements, checks. */
export function prerequisiteSection({ prerequisites }: SchemeDefinition, names: Names): ProseSection {
  return {
    heading: names.say('heading.before'),
    lines: prerequisites.map((rule) =>
      names.say('prerequisite.line', {
        title: names.clause(rule.code),
        what: prerequisiteWords(rule, names),
        recent: rule.within ? names.say('prerequisite.recent', { time: names.duration(rule.within) }) : '',
        stage: rule.stage ? names.say('prerequisite.stage', { stage: names.code(rule.stage) }) : '',
      }),
    ),
  };
}

function prerequisiteWords(rule: Prerequisite, names: Names): string {
  switch (rule.kind) {
    case 'attestation': {
      const kinds = rule.any_of ?? (rule.type ? [rule.type] : []);
      if (kinds.length === 0) return names.say('prerequisite.attestation');
      const said = kinds.map((kind) => names.code(kind));
      return names.say('prerequisite.attestation_of', { kinds: names.list(said, 'or') });
    }
    case 'signature':
      return names.say('prerequisite.signature');
    case 'document': {
      const documents = (rule.any_of ?? [rule.code]).map((type) => names.document(type));
      return rule.at_least && rule.at_least > 1
        ? names.say('prerequisite.documents', { count: rule.at_least, documents: names.list(documents) })
        : names.list(documents, 'or');
    }
    case 'declaration':
      return names.say('prerequisite.declaration', { percent: rule.min_percent_live_or_work });
    case 'number': {
      const { min, max } = rule;
      return max === undefined
        ? names.say('prerequisite.number', { min })
        : names.say('prerequisite.number_between', { min, max });
    }
    case 'background_check':
      return names.say('prerequisite.background_check');
    case 'amount':
      return names.say('prerequisite.amount', { amount: rule.min, unit: names.unit(rule.unit) });
    case 'hours': {
      const values = { hours: names.hours(rule.min_hours), what: names.code(rule.of) };
      if (!rule.topics) return names.say('prerequisite.hours', values);
      const topics = names.list(rule.topics.map((topic) => names.topic(topic)));
      return names.say('prerequisite.hours_in', { ...values, topics });
    }
    case 'elapsed':
      return names.say('prerequisite.elapsed', {
        time: names.duration(rule.at_least),
        event: names.event(rule.since),
      });
    case 'credential':
      return names.say(rule.elsewhere ? 'prerequisite.credential_elsewhere' : 'prerequisite.credential');
    case 'any_of': {
      const ways = rule.of.map((way) =>
        names.say('prerequisite.way', {
          title: names.lowerCase(names.clause(way.code)),
          what: prerequisiteWords(way, names),
        }),
      );
      const count = rule.at_least ?? 1;
      return count === 1 ? names.list(ways, 'or') : names.say('prerequisite.ways', { count, ways: names.list(ways) });
    }
  }
}

/** Hours of training, their parts, limits and conditions. */
export function trainingSection({ training }: SchemeDefinition, names: Names): ProseSection {
  const heading = names.say('heading.training');
  if (!training) return { heading, lines: [names.say('training.none')] };
  const parts = training.buckets.map((bucket) => {
    const topics = bucket.accepts && names.list(bucket.accepts.map((topic) => names.topic(topic)));
    const notes = [
      ...(topics ? [names.say('training.counts_from', { topics })] : []),
      ...(bucket.within ? [names.say('training.recent', { time: names.duration(bucket.within) })] : []),
      ...(bucket.after ? [names.say('training.after', { topic: names.topic(bucket.after) })] : []),
      ...(bucket.assessment ? [names.say('training.assessment')] : []),
    ];
    return { part: names.topic(bucket.domain), least: names.hours(bucket.min_hours), notes: notes.join('; ') };
  });
  return {
    heading,
    lines: [
      names.say('training.total', { hours: names.hours(training.total_hours) }),
      ...(training.providers === 'approved_only' ? [names.say('training.approved_only')] : []),
      ...(training.live_interaction_required ? [names.say('training.live')] : []),
      ...limitLines(training, names),
    ],
    parts,
  };
}

/** Hours of practice, their parts, what counts and who signs. */
export function practiceSection({ practice }: SchemeDefinition, names: Names): ProseSection {
  const heading = names.say('heading.practice');
  if (!practice) return { heading, lines: [names.say('practice.none')] };
  const { total_hours, kinds, counts_from, must_finish_within, excludes = [] } = practice;
  const documents = (practice.evidence ?? []).filter((code) => code !== 'signed_log');
  const codes = (list: readonly string[]) => list.map((code) => names.code(code));
  const beginning =
    counts_from === 'initial_certification' || counts_from === 'application'
      ? 'practice.counts_once_there'
      : 'practice.counts_once';
  return {
    heading,
    lines: [
      names.say('practice.total', { hours: names.hours(total_hours), kinds: names.list(codes(kinds), 'or') }),
      ...(counts_from ? [names.say(beginning, { event: names.event(counts_from) })] : []),
      ...(must_finish_within ? [names.say('practice.finish', { time: names.duration(must_finish_within) })] : []),
      ...(excludes.length > 0 ? [names.say('practice.excludes', { what: names.list(codes(excludes)) })] : []),
      ...(documents.length > 0
        ? [names.say('practice.also', { documents: names.list(documents.map((code) => names.document(code))) })]
        : []),
      ...(practice.supervisor ? [supervisorLine(practice.supervisor, names)] : []),
      ...limitLines(practice, names),
    ],
    parts: practice.buckets
      .filter(({ min_hours }) => min_hours > 0)
      .map(({ domain, min_hours }) => ({ part: names.topic(domain), least: names.hours(min_hours), notes: '' })),
  };
}

/** Supervision received: hours, ratio, cadence and who gives it. */
export function supervisionSection({ supervision }: SchemeDefinition, names: Names): ProseSection {
  const heading = names.say('heading.supervision');
  if (!supervision) return { heading, lines: [names.say('supervision.none')] };
  const { received_hours, must_cover_domains, ratio, cadence = [], modes } = supervision;
  return {
    heading,
    lines: [
      ...(received_hours ? [names.say('supervision.total', { hours: names.hours(received_hours) })] : []),
      ...(ratio
        ? [
            names.say('supervision.ratio', {
              hours: names.hours(ratio.hours),
              practice: names.hours(ratio.per_practice_hours),
            }),
          ]
        : []),
      ...cadence.map(({ stage, at_least_every }) =>
        names.say('supervision.cadence', { time: names.every(at_least_every), stage: names.code(stage) }),
      ),
      ...(must_cover_domains ? [names.say('supervision.every_domain')] : []),
      ...(modes ? [names.say('supervision.modes', { modes: names.list(modes.map((mode) => names.code(mode))) })] : []),
      supervisorLine(supervision.supervisor, names),
    ],
  };
}

/** The exam: items, time, pass mark, attempts and waits. */
export function examSection({ exam }: SchemeDefinition, names: Names): ProseSection {
  const heading = names.say('heading.exam');
  if (!exam) return { heading, lines: [names.say('exam.none')] };
  const { score, remediation } = exam;
  const attempts = (count: number) => names.say(count === 1 ? 'exam.attempt' : 'exam.attempts_many', { count });
  return {
    heading,
    lines: [
      ...(exam.items && exam.minutes ? [names.say('exam.items', { items: exam.items, minutes: exam.minutes })] : []),
      score.type === 'pass_fail'
        ? names.say('exam.pass_fail')
        : names.say(`exam.${score.type}`, { pass: score.pass ?? '' }),
      ...(exam.areas
        ? [names.say('exam.areas', { areas: names.list(exam.areas.map((area) => names.topic(area))) })]
        : []),
      ...(exam.retest_wait ? [names.say('exam.wait', { time: names.duration(exam.retest_wait) })] : []),
      ...(exam.max_attempts
        ? [
            names.say(exam.attempts_window ? 'exam.attempts_within' : 'exam.attempts', {
              attempts: attempts(exam.max_attempts),
              time: exam.attempts_window ? names.duration(exam.attempts_window) : '',
            }),
          ]
        : []),
      ...(remediation
        ? [
            names.say('exam.remediation', {
              attempts: attempts(remediation.after_attempts),
              hours: names.hours(remediation.training_hours),
            }),
          ]
        : []),
      ...(exam.feedback ? [names.say('exam.feedback')] : []),
    ].map(sentence),
  };
}

/** Caps, shares, look-back and count-once, which training, practice and continuing education share. */
export function limitLines(
  rule: { caps?: readonly Cap[]; shares?: readonly Share[]; within?: string; different_hours_from?: readonly string[] },
  names: Names,
): string[] {
  const percent = (share: number) => names.say('limit.percent', { percent: share });
  return [
    ...(rule.caps ?? []).map((cap) =>
      names.say('limit.cap', {
        most: 'max_hours' in cap ? names.hours(cap.max_hours) : percent(cap.max_percent),
        part: names.part(cap.of),
      }),
    ),
    ...(rule.shares ?? []).map((share) =>
      names.say('limit.share', { least: percent(share.min_percent), part: names.part(share.of) }),
    ),
    ...(rule.within ? [names.say('limit.recent', { time: names.duration(rule.within) })] : []),
    ...(rule.different_hours_from
      ? [names.say('limit.different', { schemes: names.list(rule.different_hours_from) })]
      : []),
  ];
}

function supervisorLine({ qualification, on = 'both', proven_by }: SupervisorRule, names: Names): string {
  return names.say(`supervisor.${on}`, {
    proof: proven_by === 'register' ? names.say('supervisor.by_register') : '',
    qualification: names.code(qualification),
  });
}
