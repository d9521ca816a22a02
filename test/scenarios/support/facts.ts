import { Temporal } from 'temporal-polyfill';
import type { Fact, FactKind, FactValues, VouchingMethod } from '../../../modules/evidence/evidence.public.js';

/** What a test has to say about a fact; the rest is the ordinary case. */
export interface FactGiven {
  readonly id: string;
  readonly kind: FactKind;
  readonly on: string;
  readonly code?: string | null;
  readonly hours?: number;
  readonly topics?: Readonly<Record<string, number>>;
  readonly value?: FactValues;
  readonly by?: VouchingMethod | null;
  /** The person who signed, where they are known here. */
  readonly signer?: string;
  readonly body?: string | null;
  readonly recorded?: string;
  readonly corrects?: string;
}

const USUAL_VOUCHER: Readonly<Record<FactKind, VouchingMethod>> = {
  training: 'course',
  practice: 'supervisor-signature',
  supervision: 'supervisor-signature',
  exam: 'exam-centre',
  document: 'reviewer',
  signature: 'self',
  attestation: 'self',
  declaration: 'self',
  background_check: 'registrar',
  continuing_education: 'reviewer',
  credential_event: 'system',
  waiver: 'registrar',
  retraction: 'registrar',
};

/** Makes a fact; hours in, minutes out; recorded at noon UTC of its day unless said otherwise. */
export function fact(given: FactGiven): Fact {
  const topics = Object.entries(given.topics ?? {}).map(([topic, hours]) => ({
    topic,
    minutes: Math.round(hours * 60),
  }));
  const inTopics = topics.reduce((sum, { minutes }) => sum + minutes, 0);
  const hours = given.hours === undefined ? (topics.length > 0 ? inTopics : null) : Math.round(given.hours * 60);
  return {
    id: given.id,
    personId: 'person',
    bodyId: given.body ?? null,
    kind: given.kind,
    code: given.code ?? null,
    topics,
    minutes: hours,
    value: given.value ?? {},
    occurredOn: Temporal.PlainDate.from(given.on),
    recordedAt: Temporal.Instant.from(given.recorded ?? `${given.on}T12:00:00Z`),
    vouchedBy:
      given.by === null
        ? null
        : { method: given.by ?? USUAL_VOUCHER[given.kind], ...(given.signer && { personId: given.signer }) },
    corrects: given.corrects ?? null,
    source: { module: 'test', id: given.id },
  };
}
