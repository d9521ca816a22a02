import { Temporal } from 'temporal-polyfill';
import { firstStage, practiceStage, stageBefore, stageOf, supervisionStage } from '../stages.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { compare, listedTwice, type Check, type Contradiction } from './contradiction.js';

// Stages of a credential, their terms, and the way into each.

function stagesAreSound({ credential, exam }: SchemeDefinition): Contradiction[] {
  const { stages } = credential;
  const found: Contradiction[] = [
    ...listedTwice(
      stages.map(({ code }) => code),
      (index) => ['credential', 'stages', index, 'code'],
      'the stage',
    ),
  ];
  stages.forEach(({ code, validity, extensions = 0, extension, discretionary_extensions = 0, starts }, index) => {
    const at = ['credential', 'stages', index];
    if (compare(validity, 'P0D') <= 0)
      found.push({ path: [...at, 'validity'], reason: `${code} would never be valid` });
    if (extensions + discretionary_extensions > 0 && extension === undefined) {
      found.push({ path: [...at, 'extensions'], reason: `it is not said by how long ${code} is extended (extension)` });
    }
    if (extension !== undefined && extensions + discretionary_extensions === 0) {
      found.push({ path: [...at, 'extension'], reason: `it is not said how often ${code} is extended (extensions)` });
    }
    if (extension !== undefined && compare(extension, 'P0D') <= 0) {
      found.push({ path: [...at, 'extension'], reason: `an extension of no length extends nothing` });
    }
    if (starts === 'exam_pass_date' && !exam) {
      found.push({ path: [...at, 'starts'], reason: `${code} starts with the exam, but the scheme has none` });
    }
    if (typeof starts === 'object' && !isADay(starts.fixed_day)) {
      found.push({ path: [...at, 'starts', 'fixed_day'], reason: `there is no day ${starts.fixed_day} in every year` });
    }
  });
  return found;
}

/** 29 February is not a day of every year, and 31 April of none. */
function isADay(fixedDay: string): boolean {
  const [month = 0, day = 0] = fixedDay.split('-').map(Number);
  return day <= Temporal.PlainYearMonth.from({ year: 2025, month }).daysInMonth;
}

function namedStagesExist(scheme: SchemeDefinition): Contradiction[] {
  const known: readonly string[] = scheme.credential.stages.map(({ code }) => code);
  const named: [Contradiction['path'], string | undefined][] = [
    ...scheme.prerequisites.map((rule, index): [Contradiction['path'], string | undefined] => [
      ['prerequisites', index, 'stage'],
      rule.stage,
    ]),
    [['training', 'stage'], scheme.training?.stage],
    [['practice', 'stage'], scheme.practice?.stage],
    [['supervision', 'stage'], scheme.supervision?.stage],
    [['exam', 'stage'], scheme.exam?.stage],
  ];
  for (const [index, one] of scheme.endorsements.entries()) {
    if (typeof one === 'string') continue;
    for (const [at, rule] of one.requires.entries())
      named.push([['endorsements', index, 'requires', at, 'stage'], rule.stage]);
  }
  return named.flatMap(([path, stage]) =>
    stage === undefined || known.includes(stage) ? [] : [{ path, reason: `the credential has no stage ${stage}` }],
  );
}

/** Each stage after the first needs something that leads to it; otherwise nobody would know when it begins. */
function stagesCanBeReached(scheme: SchemeDefinition): Contradiction[] {
  const { prerequisites, training, practice, supervision, exam, credential } = scheme;
  const leading = new Set([
    ...prerequisites.map((rule) => stageOf(scheme, rule)),
    ...(training ? [stageOf(scheme, training)] : []),
    ...(practice ? [practiceStage(scheme)] : []),
    ...(supervision?.received_hours || supervision?.ratio ? [supervisionStage(scheme)] : []),
    ...(exam ? [stageOf(scheme, exam)] : []),
  ]);
  return credential.stages.flatMap(({ code }, index) => {
    const kept = supervision?.cadence?.some(({ stage }) => stage === stageBefore(scheme, code));
    return index === 0 || leading.has(code) || kept
      ? []
      : [
          {
            path: ['credential', 'stages', index],
            reason: `nothing leads to the stage ${code}: no rule is asked for it`,
          },
        ];
  });
}

/** What counts only after certification cannot be asked before it. */
function firstStageDoesNotWaitForItself(scheme: SchemeDefinition): Contradiction[] {
  const first = firstStage(scheme);
  const { practice, prerequisites } = scheme;
  const found: Contradiction[] = prerequisites.flatMap((rule, index) =>
    rule.kind === 'elapsed' && rule.since === 'initial_certification' && stageOf(scheme, rule) === first
      ? [
          {
            path: ['prerequisites', index, 'since'],
            reason: `${rule.code} waits for the certification it is asked for`,
          },
        ]
      : [],
  );
  if (practice?.counts_from === 'initial_certification' && practiceStage(scheme) === first) {
    found.push({
      path: ['practice', 'counts_from'],
      reason: `practice counts after initial certification, but the stage ${first} asks for it before`,
    });
  }
  return found;
}

function renewalLeadsOn({ renewal, prerequisites, credential }: SchemeDefinition): Contradiction[] {
  const { cycle, opens_before_expiry, also = [], ce } = renewal;
  const found: Contradiction[] = [...listedTwice(also, (index) => ['renewal', 'also', index], 'the requirement')];
  if (compare(cycle, 'P0D') <= 0) {
    found.push({ path: ['renewal', 'cycle'], reason: 'a term of no length cannot be renewed' });
  }
  if (opens_before_expiry !== null && compare(opens_before_expiry, cycle) > 0) {
    found.push({ path: ['renewal', 'opens_before_expiry'], reason: `it is longer than the cycle of ${cycle}` });
  }
  also.forEach((code, index) => {
    const known = ['good_standing', 'no_ethics_violations', 'background_check'].includes(code);
    if (!known && !prerequisites.some((rule) => rule.code === code)) {
      found.push({ path: ['renewal', 'also', index], reason: `the scheme has no prerequisite ${code}` });
    }
  });
  const { carry_over, waived_when_certified_less_than: waived } = ce;
  if (carry_over !== false && carry_over.max_hours > ce.total_hours) {
    found.push({
      path: ['renewal', 'ce', 'carry_over', 'max_hours'],
      reason: `more could be carried over than the ${ce.total_hours} hours of a term`,
    });
  }
  const longest = [cycle, ...credential.stages.map(({ validity }) => validity)].reduce((a, b) =>
    compare(a, b) < 0 ? b : a,
  );
  if (waived !== undefined && compare(waived, longest) > 0) {
    found.push({
      path: ['renewal', 'ce', 'waived_when_certified_less_than'],
      reason: `it is longer than any term, so that continuing education would never be asked`,
    });
  }
  return found;
}

/** Modes in which nobody comes in by reciprocity: the scheme has none, or does not say. */
const WITHOUT_RECIPROCITY: readonly string[] = ['none', 'not_stated'];

function reciprocityAsksForSomething({ reciprocity }: SchemeDefinition): Contradiction[] {
  const { mode, requires, practice_hours, ce, letters } = reciprocity;
  const found: Contradiction[] = [
    ...listedTwice(requires, (index) => ['reciprocity', 'requires', index], 'the requirement'),
    ...listedTwice(letters ?? [], (index) => ['reciprocity', 'letters', index], 'the letter'),
  ];
  if (!WITHOUT_RECIPROCITY.includes(mode) && requires.length === 0) {
    found.push({ path: ['reciprocity', 'requires'], reason: `${mode} asks for nothing of a certification elsewhere` });
  }
  if (ce?.ethics !== undefined && ce.ethics > ce.hours) {
    found.push({
      path: ['reciprocity', 'ce', 'ethics'],
      reason: `more ethics than the ${ce.hours} hours asked in all`,
    });
  }
  if (practice_hours && practice_hours.hours > hoursIn(practice_hours.within)) {
    found.push({
      path: ['reciprocity', 'practice_hours'],
      reason: `there are not so many hours in ${practice_hours.within}`,
    });
  }
  return found;
}

function hoursIn(period: string): number {
  return Temporal.Duration.from(period).total({ unit: 'hours', relativeTo: Temporal.PlainDate.from('2026-01-01') });
}

export const STAGES: readonly Check[] = [
  stagesAreSound,
  namedStagesExist,
  stagesCanBeReached,
  firstStageDoesNotWaitForItself,
  renewalLeadsOn,
  reciprocityAsksForSomething,
];
