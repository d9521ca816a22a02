import { sayWord } from '../../../src/platform/translation/say.js';
import type { ClauseState } from '../domain/eligibility-tree.js';
import { ruleOf } from '../domain/rule-of.js';
import type { Prerequisite } from '../domain/scheme-definition.js';
import type { SchemeVersion } from '../domain/scheme-version.js';

/** Where a person works on a clause, and what they do there. */
export interface ClausePlace {
  readonly href: string;
  readonly action: string;
}

/**
 * The rules that a clause comes from; where the exam is sat: of an application that is under way, its page; and the page to come back
 * to once the form is sent.
 */
export interface PlacesBy {
  readonly rules: Pick<SchemeVersion, 'definition' | 'bodyId'>;
  readonly exam?: ClausePlace | null;
  readonly from?: string;
}

/** What is read of a clause, however it is worded. */
interface Asking {
  readonly id: string;
  readonly children: readonly { readonly id: string; readonly state: ClauseState }[];
}

const HOURS = {
  training: { href: '/courses', action: 'Go to your courses' },
  practice: { href: '/practice/entries/new', action: 'Log practice hours' },
  supervision: { href: '/practice/entries/new', action: 'Log supervision you received' },
  continuing_education: { href: '/evidence/continuing-education/new', action: 'Record continuing education' },
} as const;

/** Clauses that the evaluator makes of what is no requirement of its own in a scheme. */
const OF_HOURS: Readonly<Record<string, keyof typeof HOURS>> = {
  training: 'training',
  exam_remediation: 'training',
  practice: 'practice',
  reciprocity_practice: 'practice',
  supervision: 'supervision',
  supervision_cadence: 'supervision',
  continuing_education: 'continuing_education',
  reciprocity_ce: 'continuing_education',
};

/**
 * The very form for a clause, by its kind, with what the form can take from the rules: the body, the kind of document, the variant
 * of a statement. Null where the person can do nothing: the register, a registrar or the calendar answers it, or its parts do.
 */
export function placeOf({ id, children }: Asking, { rules, exam, from }: PlacesBy) {
  const hours = OF_HOURS[id];
  if (hours) return said(HOURS[hours]);
  if (id === 'exam')
    return exam === undefined ? said({ href: '/applications', action: 'See how to sit the exam' }) : exam;
  const rule = ruleOf(rules.definition, id);
  return rule && ofRule(rule, { body: rules.bodyId, from }, children);
}

/** What every form takes along. */
interface Taken {
  readonly body: string;
  readonly from: string | undefined;
}

interface AskedOfForm extends Taken {
  readonly types?: string | undefined;
  readonly at?: string | undefined;
}

function ofRule(rule: Prerequisite, taken: Taken, children: Asking['children']): ClausePlace | null {
  switch (rule.kind) {
    case 'attestation':
      return statement(rule.code, 'Make this statement', { ...taken, types: rule.type ?? rule.any_of?.join(',') });
    case 'signature':
      return statement(rule.code, 'Read and sign it', taken);
    case 'number':
      return statement(rule.code, 'State the number', taken);
    case 'declaration': {
      const open = children.find(({ state }) => state === 'still_needed');
      return statement(rule.code, 'Make this declaration', { ...taken, at: open?.id.slice(rule.code.length + 1) });
    }
    case 'document':
      return upload(taken, rule.any_of ?? [rule.code]);
    case 'amount':
      return upload(taken, [rule.code]);
    case 'credential':
      return rule.elsewhere ? upload(taken, [rule.code]) : null;
    case 'hours':
      return said(HOURS[rule.of]);
    case 'background_check':
    case 'elapsed':
    case 'any_of':
      return null;
  }
}

function statement(code: string, action: string, asked: AskedOfForm): ClausePlace {
  return said({ href: `/evidence/statements/${code}?${queryOf(asked)}`, action });
}

function upload(taken: Taken, types: readonly string[]): ClausePlace {
  return said({
    href: `/evidence/documents/new?${queryOf({ ...taken, types: types.join(',') })}`,
    action: 'Upload a document',
  });
}

function queryOf({ from, ...asked }: AskedOfForm): string {
  const given = Object.entries({ ...asked, from }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(given).toString();
}

function said({ href, action }: ClausePlace): ClausePlace {
  return { href, action: sayWord(action) };
}
