import { z } from 'zod';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import type { Clause, EligibilityTree, Message } from './eligibility-tree.js';
import type { SchemeDefinition } from './scheme-definition.js';

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
] as const;

/** Kinds of rule whose clause needs a title whatever the scheme. */
export const RULE_CLAUSES = ['training', 'practice', 'supervision', 'exam', 'continuing_education'] as const;

const words = z.record(z.string(), z.string().min(1));

export const wordingFile = z.strictObject({
  clauses: words.describe('Titles of clauses, by prerequisite code and kind of rule'),
  checkpoints: z.strictObject({ application: z.string(), exam: z.string() }),
  topics: words.describe('Training, practice and continuing-education domains'),
  documents: words.describe('Document types, as they stand in a sentence'),
  messages: z.strictObject(Object.fromEntries(MESSAGES.map((code) => [code, z.string().min(1)]))),
});

/** What is said to people about schemes, in one language: the content of content/schemes/wording.en.yaml. */
export type Wording = z.output<typeof wordingFile>;

/** Codes of a scheme that the wording has no words for, with their places in the scheme. */
export function wordless(scheme: SchemeDefinition, { clauses, topics, documents }: Wording) {
  const found: { path: (string | number)[]; reason: string }[] = [];
  const need = (path: (string | number)[], code: string, words: Record<string, string>, section: string) => {
    if (!words[code]) found.push({ path, reason: `${code} has no words in wording.en.yaml under ${section}` });
  };
  scheme.prerequisites.forEach((rule, index) => {
    need(['prerequisites', index, 'code'], rule.code, clauses, 'clauses');
    if (rule.kind !== 'document') return;
    (rule.any_of ?? [rule.code]).forEach((type, position) => {
      need(['prerequisites', index, rule.any_of ? 'any_of' : 'code', position], type, documents, 'documents');
    });
  });
  for (const part of ['training', 'practice'] as const) {
    scheme[part]?.buckets.forEach(({ domain }, index) =>
      need([part, 'buckets', index, 'domain'], domain, topics, 'topics'),
    );
  }
  scheme.renewal.ce.buckets.forEach(({ topic }, index) => {
    need(['renewal', 'ce', 'buckets', index, 'topic'], topic, topics, 'topics');
  });
  return found;
}

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
  const [section, key = ''] = code.split('.', 2);
  if (section === 'clause') return wording.clauses[key] ?? code;
  if (section === 'checkpoint') return wording.checkpoints[key as 'application' | 'exam'];
  const text = wording.messages[code] ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => value(name, values[name], wording));
}

function value(name: string, given: string | number | undefined, wording: Wording): string {
  if (name === 'minutes') return formatMinutes(Number(given));
  if (name === 'topic') return topicWords(String(given), wording);
  if (name === 'documents')
    return either(
      String(given)
        .split('|')
        .map((type) => wording.documents[type] ?? type),
    );
  return String(given);
}

/** Topics come from evidence too, and evidence may name one that no scheme knows: its code is then the best word. */
export function topicWords(topic: string, wording: Wording): string {
  return wording.topics[topic] ?? topic.replaceAll('_', ' ');
}

function either(options: readonly string[]): string {
  return options.length < 2 ? options.join('') : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;
}
