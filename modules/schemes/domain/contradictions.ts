import { Temporal } from 'temporal-polyfill';
import { scaleOf } from './definition/exam.js';
import { supervisedDomains } from './clauses/supervision-rule.js';
import type { SchemeDefinition } from './scheme-definition.js';

/** A rule that is written correctly and still cannot stand: where it is in the scheme, and why. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

type Check = (scheme: SchemeDefinition) => Contradiction[];

/** Every contradiction within one scheme, in the order in which its file speaks of them. */
export function contradictions(scheme: SchemeDefinition): Contradiction[] {
  return CHECKS.flatMap((check) => check(scheme));
}

const CHECKS: readonly Check[] = [
  prerequisitesAreDistinct,
  residencyIsCheckedAtAnExamThatExists,
  bucketsFitTheirTotal,
  supervisionHasDomainsToCover,
  examCanBePassed,
  lapseTiersFollowEachOther,
  unsurePathsExist,
];

function prerequisitesAreDistinct({ prerequisites }: SchemeDefinition): Contradiction[] {
  return repeated(prerequisites.map(({ code }) => code)).map(({ value, index }) => ({
    path: ['prerequisites', index, 'code'],
    reason: `the prerequisite ${value} is listed twice`,
  }));
}

function residencyIsCheckedAtAnExamThatExists({ prerequisites, exam }: SchemeDefinition): Contradiction[] {
  if (exam) return [];
  return prerequisites.flatMap((rule, index) =>
    rule.kind === 'declaration' && rule.checked_at.includes('exam')
      ? [
          {
            path: ['prerequisites', index, 'checked_at'],
            reason: `${rule.code} is checked at the exam, but the scheme has no exam`,
          },
        ]
      : [],
  );
}

/** An undated board page asked for 10 hours in each of five domains within 46 in all: nobody can meet that. */
function bucketsFitTheirTotal({ training, practice, renewal }: SchemeDefinition): Contradiction[] {
  return [
    ...(training ? sumsOf(['training'], 'domain', training.total_hours, training.buckets) : []),
    ...(practice ? sumsOf(['practice'], 'domain', practice.total_hours, practice.buckets) : []),
    ...sumsOf(['renewal', 'ce'], 'topic', renewal.ce.total_hours, renewal.ce.buckets),
  ];
}

function sumsOf(
  path: string[],
  key: 'domain' | 'topic',
  total: number,
  buckets: readonly ({ domain: string; min_hours: number } | { topic: string; min_hours: number })[],
): Contradiction[] {
  const names = buckets.map((bucket) => ('domain' in bucket ? bucket.domain : bucket.topic));
  const found: Contradiction[] = repeated(names).map(({ value, index }) => ({
    path: [...path, 'buckets', index, key],
    reason: `the ${key} ${value} is listed twice`,
  }));
  const sum = buckets.reduce((hours, bucket) => hours + bucket.min_hours, 0);
  if (sum > total) {
    found.push({
      path: [...path, 'total_hours'],
      reason: `the least hours of the parts add up to ${sum}, more than the ${total} hours asked in all`,
    });
  }
  return found;
}

function supervisionHasDomainsToCover(scheme: SchemeDefinition): Contradiction[] {
  if (!scheme.supervision?.must_cover_domains || supervisedDomains(scheme).length > 0) return [];
  return [
    {
      path: ['supervision', 'must_cover_domains'],
      reason: 'supervision must cover the domains, but neither practice nor training names any',
    },
  ];
}

function examCanBePassed({ exam }: SchemeDefinition): Contradiction[] {
  if (!exam) return [];
  const { min, max, pass } = scaleOf(exam.score);
  if (min >= max)
    return [{ path: ['exam', 'score', 'max'], reason: `the highest score ${max} is not above the lowest ${min}` }];
  if (pass <= min || pass > max) {
    return [
      { path: ['exam', 'score', 'pass'], reason: `a pass at ${pass} cannot be told on a scale from ${min} to ${max}` },
    ];
  }
  return [];
}

/** Every day after expiry must have one answer: tiers begin at once, follow without gap, and the last never ends. */
function lapseTiersFollowEachOther({ lapse }: SchemeDefinition): Contradiction[] {
  const found: Contradiction[] = [];
  lapse.tiers.forEach(({ from, to }, index) => {
    const path = ['lapse', 'tiers', index];
    const before = lapse.tiers[index - 1];
    const expected = before ? before.to : 'P0D';
    if (expected === null)
      found.push({ path, reason: 'the tier before this one never ends, so this one cannot begin' });
    else if (compare(from, expected) !== 0) {
      found.push({
        path: [...path, 'from'],
        reason: `this tier begins at ${from}; it must begin at ${expected}, without gap or overlap`,
      });
    }
    if (to !== null && compare(to, from) <= 0) {
      found.push({
        path: [...path, 'to'],
        reason: `this tier ends at ${to}, which is not after its beginning ${from}`,
      });
    }
  });
  const last = lapse.tiers.length - 1;
  if (lapse.tiers[last]?.to !== null) {
    found.push({
      path: ['lapse', 'tiers', last, 'to'],
      reason: 'the last tier must never end (to: null), so that every later day has an answer',
    });
  }
  return found;
}

function unsurePathsExist(scheme: SchemeDefinition): Contradiction[] {
  return scheme.unsure.flatMap((path, index) => {
    let value: unknown = scheme;
    for (const key of path.split('.')) {
      value =
        typeof value === 'object' && value !== null && key in value
          ? (value as Record<string, unknown>)[key]
          : undefined;
    }
    return value === undefined ? [{ path: ['unsure', index], reason: `the scheme has no ${path}` }] : [];
  });
}

function repeated(values: readonly string[]): { value: string; index: number }[] {
  return values.map((value, index) => ({ value, index })).filter(({ value, index }) => values.indexOf(value) < index);
}

/** Periods have no length of their own; they are compared from one ordinary day. */
function compare(a: string, b: string): number {
  return Temporal.Duration.compare(a, b, { relativeTo: Temporal.PlainDate.from('2026-01-01') });
}
