import { known } from './known.js';
import type { Clause, Message } from '../eligibility-tree.js';
import type { Prerequisite } from '../scheme-definition.js';
import { amountClause } from './amount.clause.js';
import { anyOfClause } from './any-of.clause.js';
import type { Assessment } from './assessment.js';
import { backgroundCheckClause } from './background-check.clause.js';
import { partOf } from './clause-of.js';
import { credentialClause } from './credential.clause.js';
import { declarationClause } from './declaration.clause.js';
import { documentClause } from './document.clause.js';
import { elapsedClause } from './elapsed.clause.js';
import type { HoursAsked, HoursBook } from './hours-book.js';
import { hoursRequirement, type HoursKind } from './hours-requirement.js';
import type { HoursRule } from './hours-rule.js';
import { numberClause } from './number.clause.js';
import { statementClause } from './statement.clause.js';
import { isSatisfied } from './waiver.js';

/** A single requirement; `whole` is the clause it is a part of, if it is. */
export function prerequisiteClause(
  rule: Prerequisite,
  assessment: Assessment,
  hours: HoursBook,
  whole?: string,
): Clause<Message> {
  const id = whole === undefined ? rule.code : `${whole}.${rule.code}`;
  if (rule.kind === 'hours') return known(hours.clause(rule.of, id));
  if (rule.kind === 'any_of') {
    const ways = rule.of.map((way) => prerequisiteClause(way, assessment, hours, id));
    return { ...anyOfClause({ code: rule.code, at_least: rule.at_least }, ways), id };
  }
  const clause = withoutHours(rule, assessment);
  return whole === undefined ? clause : partOf(whole, clause);
}

type WithoutHours = Exclude<Prerequisite, { kind: 'hours' | 'any_of' }>;

function withoutHours(rule: WithoutHours, assessment: Assessment): Clause<Message> {
  switch (rule.kind) {
    case 'attestation':
    case 'signature':
      return statementClause(rule, assessment);
    case 'document':
      return documentClause(rule, assessment);
    case 'declaration':
      return declarationClause(rule, assessment);
    case 'number':
      return numberClause(rule, assessment);
    case 'background_check':
      return backgroundCheckClause(rule, assessment);
    case 'amount':
      return amountClause(rule, assessment);
    case 'elapsed':
      return elapsedClause(rule, assessment);
    case 'credential':
      return credentialClause(rule, assessment);
  }
}

/** What requirements ask for in hours of one kind: those of their own, and ways of a choice. */
export function hoursAskedBy(
  rules: readonly { readonly rule: Prerequisite; readonly whole?: string }[],
  kind: HoursKind,
  assessment: Assessment,
): HoursAsked {
  const own: HoursRule[] = [];
  const choices: HoursAsked['choices'][number][] = [];
  for (const { rule, whole } of rules) {
    const id = whole === undefined ? rule.code : `${whole}.${rule.code}`;
    if (rule.kind === 'hours' && rule.of === kind) own.push(hoursRequirement(rule, assessment, id));
    if (rule.kind !== 'any_of') continue;
    const ways = rule.of.flatMap((way) =>
      way.kind === 'hours' && way.of === kind ? [hoursRequirement(way, assessment, `${id}.${way.code}`)] : [],
    );
    if (ways.length > 0) choices.push({ ways, needed: (rule.at_least ?? 1) - waysGone(rule.of, assessment) });
  }
  return { rules: own, choices };
}

/** Ways gone that no hours decide; a clock may itself wait for hours, so elapsed time is left out. */
function waysGone(ways: readonly Exclude<Prerequisite, { kind: 'any_of' }>[], assessment: Assessment): number {
  return ways.filter(
    (way) => way.kind !== 'hours' && way.kind !== 'elapsed' && isSatisfied(withoutHours(way, assessment)),
  ).length;
}
