import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { factsOf } from '../../../test/scenarios/support/scenario.js';
import { evaluate } from './evaluate.js';
import { openBeforeExam } from './open-before-exam.js';

const scheme = { id: 'version', bodyId: 'body', definition: sampleScheme() };
const complete = factsOf(join(__dirname, '../../../test/scenarios/icrc-pr/everything-in-place.yaml'));
const without = (...ids: string[]) => {
  const facts = complete.filter((fact) => !ids.includes(fact.id));
  return openBeforeExam(evaluate(scheme, facts, Temporal.PlainDate.from('2026-03-01'))).map(({ id }) => id);
};

describe('what stands in the way of admission to the exam', () => {
  it('is not the exam, nor the residency check on its day', () => {
    expect(without('exam', 'resident-exam')).toEqual([]);
  });

  it('is the residency check of the application', () => {
    expect(without('resident-applying')).toEqual(['residency']);
  });

  it('is a part as well as a whole', () => {
    expect(without('ethics-course', 'supervised')).toEqual(['training', 'supervision']);
  });
});
