import { scaleOf } from '../definition/exam.js';
import type { SchemeDefinition } from '../scheme-definition.js';
import { compare, listedTwice, type Check, type Contradiction } from './contradiction.js';

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

function attemptsFitTogether({ exam }: SchemeDefinition): Contradiction[] {
  if (!exam) return [];
  const { max_attempts, attempts_window, remediation, retest_wait } = exam;
  const found: Contradiction[] = [...listedTwice(exam.areas ?? [], (index) => ['exam', 'areas', index], 'the area')];
  if (attempts_window !== undefined && max_attempts === null) {
    found.push({
      path: ['exam', 'attempts_window'],
      reason: 'no number of attempts is set that could be counted in it',
    });
  }
  if (attempts_window !== undefined && compare(attempts_window, 'P0D') <= 0) {
    found.push({ path: ['exam', 'attempts_window'], reason: 'no attempt can be taken within no time' });
  }
  if (remediation && max_attempts === null) {
    found.push({ path: ['exam', 'remediation'], reason: 'no number of attempts is set (max_attempts)' });
  }
  if (remediation && max_attempts !== null && remediation.after_attempts >= max_attempts) {
    found.push({
      path: ['exam', 'remediation', 'after_attempts'],
      reason: `no attempt is left after ${remediation.after_attempts} of ${max_attempts}`,
    });
  }
  if (remediation?.training_hours === 0) {
    found.push({ path: ['exam', 'remediation', 'training_hours'], reason: 'it asks for no hours' });
  }
  if (
    attempts_window &&
    retest_wait &&
    max_attempts !== null &&
    max_attempts > 1 &&
    compare(retest_wait, attempts_window) >= 0
  ) {
    found.push({
      path: ['exam', 'retest_wait'],
      reason: 'the wait is as long as the time in which attempts are counted',
    });
  }
  return found;
}

export const EXAM: readonly Check[] = [examCanBePassed, attemptsFitTogether];
