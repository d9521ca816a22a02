import { Temporal } from 'temporal-polyfill';
import type { Fact, FactKind } from '../modules/evidence/evidence.public.js';
import type { SchemeDefinition } from '../modules/schemes/domain/scheme-definition.js';

const KINDS: readonly FactKind[] = [
  'practice',
  'practice',
  'practice',
  'supervision',
  'training',
  'continuing_education',
];

/** What single evidence is about, and who says so. */
interface Subjects {
  readonly practice: readonly string[];
  readonly education: readonly string[];
  readonly supervisor: string;
}

/**
 * A working life of evidence: mostly single days of practice, out of order as they would come from several modules, in words that
 * the scheme knows, so that what it asks for is counted.
 */
export function workingLife(count: number, { practice, training, renewal, supervision }: SchemeDefinition): Fact[] {
  const domains = (practice?.buckets ?? []).map(({ domain }) => domain);
  const trained = (training?.buckets ?? []).map(({ domain }) => domain);
  const subjects: Subjects = {
    practice: domains.length > 0 ? domains : trained,
    education: [...trained, ...renewal.ce.buckets.map(({ topic }) => topic)],
    supervisor: (practice?.supervisor ?? supervision?.supervisor)?.qualification ?? 'supervisor',
  };
  return Array.from({ length: count }, (_, index) => factAt(index, subjects));
}

function factAt(index: number, { practice, education, supervisor }: Subjects): Fact {
  const kind = KINDS[index % KINDS.length] ?? 'practice';
  const isSigned = kind === 'practice' || kind === 'supervision';
  const subjects = isSigned ? practice : education;
  const topics = [0, 1].map((step) => subjects[(index + step) % subjects.length] ?? 'general');
  const day = Temporal.PlainDate.from('2020-03-01').add({ days: (index * 7919) % 2000 });
  return {
    id: `fact-${index}`,
    personId: 'person',
    bodyId: null,
    kind,
    code: kind === 'practice' ? 'paid' : null,
    topics: topics.map((topic) => ({ topic, minutes: 75 })),
    minutes: 150,
    value: isSigned
      ? { supervisor_qualification: supervisor }
      : { approved: true, delivery: index % 2 === 0 ? 'self_paced' : 'in_person', assessment_passed: true },
    occurredOn: day,
    recordedAt: day.toZonedDateTime('UTC').toInstant(),
    vouchedBy: { method: isSigned ? 'supervisor-signature' : 'reviewer' },
    corrects: null,
    source: { module: 'practice', id: `entry-${index}` },
  };
}
