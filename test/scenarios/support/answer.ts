import { Temporal } from 'temporal-polyfill';
import type { EligibilityTree, Message } from '../../../modules/schemes/domain/eligibility-tree.js';
import { evaluateRenewal } from '../../../modules/schemes/domain/evaluate-renewal.js';
import { evaluate } from '../../../modules/schemes/domain/evaluate.js';
import { anchorOf } from '../../../modules/schemes/domain/terms/anchor.js';
import { lapseTier, publicLapse } from '../../../modules/schemes/domain/terms/lateness.js';
import { stageOf } from '../../../modules/schemes/domain/terms/stage.js';
import { termEnd } from '../../../modules/schemes/domain/terms/term-end.js';
import { rulesOn } from './editions.js';
import { factsOf, signersOf, type Scenario } from './scenario.js';

/** What the product answers to the question of a scenario: the tree of a grant, or of a renewal. */
export function answerOf(scheme: string, file: string, given: Scenario): EligibilityTree<Message> {
  const { renewal, stage, route, endorsements } = given;
  const onDate = Temporal.PlainDate.from(given.on);
  const definition = rulesOn(scheme, onDate, renewal?.granted_under);
  const version = { id: 'version', bodyId: 'body', definition, timeZone: given.time_zone };
  const facts = factsOf(file);
  const signers = signersOf(file);
  if (renewal) {
    const previous = day(renewal.previous_term);
    return evaluateRenewal(version, facts, onDate, {
      termStartsOn: Temporal.PlainDate.from(renewal.term_starts_on),
      signers,
      termEndsOn: day(renewal.term_ends_on),
      ...(previous && { previousTerm: { startsOn: previous } }),
    });
  }
  const days = { appliedOn: day(given.applied_on), admittedOn: day(given.admitted_on) };
  return evaluate(version, facts, onDate, { stage, route, endorsements, signers, ...days });
}

/** What the rules that hold for the holder on the day say to a renewal; null while it is not late. */
export function latenessOf(scheme: string, { on, renewal }: Scenario): Scenario['expect']['late'] {
  const expiresOn = day(renewal?.term_ends_on);
  if (!expiresOn) throw new Error('a situation about lateness says when the term ends (renewal.term_ends_on)');
  const onDate = Temporal.PlainDate.from(on);
  const definition = rulesOn(scheme, onDate, renewal?.granted_under);
  const tier = lapseTier(definition, expiresOn, onDate);
  return (
    tier && {
      action: tier.action,
      publicly: publicLapse(definition, expiresOn, onDate),
      fee: tier.fee,
      starts_on: tier.startsOn.toString(),
      ends_on: tier.endsOn?.toString() ?? null,
    }
  );
}

/** The last valid day of the term that was granted. */
export function termOf(scheme: string, { on, granted }: Scenario): string {
  if (!granted) throw new Error('a situation about a term says what was granted');
  const definition = rulesOn(scheme, Temporal.PlainDate.from(on));
  const { stage, n, extensions } = granted;
  const anchorOn = anchorOf(stageOf(definition, stage), {
    decidedOn: Temporal.PlainDate.from(granted.decided_on),
    examPassedOn: day(granted.exam_passed_on) ?? null,
  });
  return termEnd(definition, { stage, anchorOn, n, extensions }).toString();
}

function day(text: string | undefined): Temporal.PlainDate | undefined {
  return text === undefined ? undefined : Temporal.PlainDate.from(text);
}
