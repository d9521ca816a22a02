import type { Temporal } from 'temporal-polyfill';
import type { Fact, RecordedTraining } from '../../../evidence/evidence.public.js';
import type { ClockStart } from '../definition/prerequisites.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import type { CandidateFacts } from './candidate-facts.js';

/** The part of a scheme version that the rules need. */
export interface EvaluatedScheme {
  readonly id: string;
  readonly bodyId: string;
  readonly definition: SchemeDefinition;
  /** IANA name of the body's zone, in which the day of a signature is read; UTC where nothing is said. */
  readonly timeZone?: string;
}

/** What a question may say besides the scheme, the facts and the day. */
export interface EvaluationOptions {
  /** The stage that is asked for; the first where nothing is said. Only the rules of that stage are evaluated. */
  readonly stage?: string;
  /** `reciprocity` asks what the scheme asks of people certified elsewhere, in place of training, practice and supervision. */
  readonly route?: 'standard' | 'reciprocity';
  /** Endorsements that are asked for; those that ask for something have a clause each. */
  readonly endorsements?: readonly string[];
  /** The effective facts of those who signed, by their person id: what proves a qualification on the register. */
  readonly signers?: ReadonlyMap<string, readonly Fact[]>;
  /** Whether the body approved a course taught here, as it was finished; none where nothing is said. Asked by `approved_only`. */
  readonly approves?: (training: RecordedTraining) => boolean;
  /** The day of the application, and of admission to the exam, where there is one already. */
  readonly appliedOn?: Temporal.PlainDate;
  readonly admittedOn?: Temporal.PlainDate;
}

/** Everything a clause may look at: one person, one scheme, one day. */
export interface Assessment {
  readonly definition: SchemeDefinition;
  readonly facts: CandidateFacts;
  readonly onDate: Temporal.PlainDate;
  readonly bodyId: string;
  readonly timeZone: string;
  readonly options: EvaluationOptions;
  /** The day on which a clock began to run; undefined while it has not. */
  readonly clock: (event: ClockStart) => Temporal.PlainDate | undefined;
}
