import { z } from 'zod';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import { SENTENCES } from './prose/sentences.js';

const MESSAGES = [
  'needed.hours',
  'needed.hours_in_topic',
  'needed.covered',
  'needed.attestation',
  'needed.signature',
  'needed.document',
  'needed.declaration',
  'needed.exam',
  'needed.exam_after',
  'needed.no_attempt_left',
  'needed.nothing_waived',
  'needed.amount',
  'needed.attempts_again',
  'needed.background_answer',
  'needed.background_check',
  'needed.body_answer',
  'needed.cadence',
  'needed.credential',
  'needed.credential_elsewhere',
  'needed.documents',
  'needed.elapsed',
  'needed.event',
  'needed.finish_by',
  'needed.hours_of_part',
  'needed.nothing_newly_certified',
  'needed.number',
  'needed.number_between',
  'needed.time_over',
  'needed.ways',
  'needed.exam_percent',
  'needed.exam_after_percent',
  'needed.exam_pass_fail',
  'needed.exam_after_pass_fail',
  'not_counted.after_date',
  'not_counted.other_body',
  'not_counted.not_vouched',
  'not_counted.other_topic',
  'not_counted.practice_kind',
  'not_counted.supervisor_qualification',
  'not_counted.other_exam',
  'not_counted.no_score',
  'not_counted.within_wait',
  'not_counted.beyond_attempts',
  'not_counted.not_passed_yet',
  'not_counted.later_one',
  'not_counted.below_share',
  'not_counted.before_term',
  'not_counted.after_deadline',
  'not_counted.before_attempt',
  'not_counted.before_part',
  'not_counted.before_remediation',
  'not_counted.before_start',
  'not_counted.counted_elsewhere',
  'not_counted.credential_not_active',
  'not_counted.excluded_activity',
  'not_counted.later_result',
  'not_counted.no_amount',
  'not_counted.not_assessed',
  'not_counted.not_live',
  'not_counted.not_settled',
  'not_counted.other_credential',
  'not_counted.other_number',
  'not_counted.other_type',
  'not_counted.over_cap',
  'not_counted.provider_not_approved',
  'not_counted.register_event',
  'not_counted.signer_not_qualified_signing',
  'not_counted.signer_not_qualified_then',
  'not_counted.signer_unknown',
  'not_counted.supervision_mode',
  'not_counted.too_old',
  'not_counted.used_last_term',
] as const;

/** Kinds of rule whose clause needs a title whatever the scheme. */
export const RULE_CLAUSES = [
  'training',
  'practice',
  'supervision',
  'supervision_cadence',
  'exam',
  'exam_remediation',
  'continuing_education',
  'reciprocity',
  'reciprocity_practice',
  'reciprocity_ce',
  'reciprocity_letters',
  'good_standing',
  'no_ethics_violations',
] as const;

/** Events from which a clock runs, as they stand after "once" or "after". */
const EVENTS = ['initial_certification', 'application', 'training_completed', 'exam_passed'] as const;
const UNITS = ['months', 'years', 'credits', 'items'] as const;
/** How training is given: each of them can be capped, so each has words. */
export const DELIVERIES = ['in_person', 'live_online', 'self_paced'] as const;

/** Each of these keys with words. */
function each<const K extends string>(keys: readonly K[]) {
  return Object.fromEntries(keys.map((key) => [key, z.string().min(1)])) as Record<K, z.ZodString>;
}

const words = z.record(z.string(), z.string().min(1));

export const wordingFile = z.strictObject({
  language: z.string().min(2),
  review: z.string().min(1).optional().describe('Of a translation: `draft`, or who has read it and when'),
  clauses: words.describe('Titles of clauses, by prerequisite code and kind of rule'),
  checkpoints: z.strictObject({ application: z.string(), exam: z.string() }),
  topics: words.describe('Training, practice and continuing-education domains'),
  documents: words.describe('Document types, as they stand in a sentence'),
  events: z.strictObject(each(EVENTS)).describe('Events from which a clock runs'),
  or: z.string().min(1).describe('Between the last two of several documents'),
  units: z.strictObject(each(UNITS)).describe('What amounts are counted in'),
  parts: words.describe('Kinds of evidence that a cap or a share speaks of: how it was given, or its category'),
  messages: z.strictObject(each(MESSAGES)),
  prose: z.strictObject(each(SENTENCES)).describe('The sentences in which the rules are told'),
  codes: words.describe('Other codes of schemes: stages, kinds of work, fees, qualifications'),
});

/** What is said to people about schemes, in one language: content/schemes/wording.en.yaml, and translations/ beside it. */
export type Wording = z.output<typeof wordingFile>;

/** The same tree with every message put into words: what pages, sheets and letters show. */
export function inWords(tree: EligibilityTree<Message>, wording: Wording): EligibilityTree {
  const spoken = new Map<Message, string>();
  const say = (message: Message): string => {
    let text = spoken.get(message);
    if (text === undefined) spoken.set(message, (text = speak(message, wording)));
    return text;
  };
  const clause = (one: Clause<Message>): Clause => ({
    ...one,
    title: say(one.title),
    notCounted: one.notCounted.map(({ ref, reason }) => ({ ref, reason: say(reason) })),
    reasons: one.reasons.map(say),
    children: one.children.map(clause),
  });
  return { ...tree, clauses: tree.clauses.map(clause) };
}

function speak({ code, values = {} }: Message, wording: Wording): string {
  if (code === 'topic') return topicWords(String(values.topic), wording);
  if (code === 'part') return partWords(String(values.part), wording);
  const [section, key = ''] = code.split('.', 2);
  if (section === 'clause') return wording.clauses[key] ?? code;
  if (section === 'checkpoint') return wording.checkpoints[key as 'application' | 'exam'];
  const text = (wording.messages as Readonly<Record<string, string>>)[code] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => value(name, values[name], wording));
}

function value(name: string, given: string | number | undefined, wording: Wording): string {
  if (name === 'minutes') return formatMinutes(Number(given));
  if (name === 'topic') return topicWords(String(given), wording);
  if (name === 'part') return partWords(String(given), wording);
  if (name === 'event') return wording.events[given as (typeof EVENTS)[number]] ?? String(given);
  if (name === 'unit') return wording.units[given as (typeof UNITS)[number]] ?? String(given);
  if (name === 'documents')
    return either(
      String(given)
        .split('|')
        .map((type) => wording.documents[type] ?? type),
      wording.or,
    );
  return String(given);
}

/** Topics come from evidence too, and evidence may name one that no scheme knows: its code is then the best word. */
export function topicWords(topic: string, wording: Wording): string {
  return wording.topics[topic] ?? topic.replaceAll('_', ' ');
}

/** A kind of evidence, or a topic, of which a share is asked. */
function partWords(part: string, wording: Wording): string {
  return wording.parts[part] ?? topicWords(part, wording);
}

function either(options: readonly string[], or: string): string {
  return options.length < 2 ? options.join('') : `${options.slice(0, -1).join(', ')} ${or} ${options.at(-1)}`;
}
