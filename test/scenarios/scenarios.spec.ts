import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { answerOf, latenessOf, termOf } from './support/answer.js';
import { flat, inShort, readScenario } from './support/scenario.js';

const folder = __dirname;
const schemes = readdirSync(folder, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && entry.name !== 'support',
);

describe.each(schemes.map(({ name }) => name))('%s', (name) => {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.yaml'));

  it('is told by at least twelve situations', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files.map((file) => [basename(file, '.yaml').replaceAll('-', ' '), join(folder, name, file)]))(
    '%s',
    (_, file) => {
      const scenario = readScenario(file);
      const { expect: expected } = scenario;
      const tree = answerOf(name, file, scenario);
      const clauses = flat(tree.clauses);
      const inState = (state: string) => clauses.filter((clause) => clause.state === state).map(({ id }) => id);

      expect(inState('still_needed')).toEqual(expected.still_needed);
      expect(inState('waived')).toEqual(expected.waived);
      expect(tree.met).toBe(expected.met ?? expected.still_needed.length === 0);
      expect(tree.earliestOn?.toString() ?? null).toBe(expected.earliest_on);
      const needs = Object.fromEntries(clauses.map(({ id, reasons }) => [id, reasons.map(inShort)]));
      expect(needs).toMatchObject(expected.needs);
      const have = Object.fromEntries(
        clauses.map(({ id, have = 0, unit }) => [id, unit === 'minutes' ? have / 60 : have]),
      );
      expect(have).toMatchObject(expected.have);
      const notCounted = clauses.flatMap((clause) =>
        clause.notCounted.map(({ ref, reason }) => [ref.factId, reason.code]),
      );
      expect(Object.fromEntries(notCounted)).toEqual(expected.not_counted);
      if (expected.late !== undefined) expect(latenessOf(name, scenario)).toEqual(expected.late);
      if (expected.valid_through !== undefined) expect(termOf(name, scenario)).toBe(expected.valid_through);
    },
  );
});
