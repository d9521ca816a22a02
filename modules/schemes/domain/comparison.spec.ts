import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/config/project-root.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { readScenario } from '../../../test/scenarios/support/scenario.js';
import { asIfAccepted, byNearness, compare } from './comparison.js';
import { schemeFile } from './scheme-definition.js';

const schemeOf = (file: string) => ({
  id: file,
  bodyId: 'another-body',
  definition: schemeFile.parse(parse(readFileSync(join(projectRoot, 'content/schemes', file), 'utf8'))).schemes[0],
});
const icrc = schemeOf('icrc-pr.yaml');
const onDate = Temporal.PlainDate.from('2026-03-01');
const { evidence } = readScenario(join(projectRoot, 'test/scenarios/icrc-pr/everything-in-place.yaml'));
const facts = evidence.map((given) => fact({ ...given }));

describe('the same evidence against another scheme', () => {
  it('counts what another body accepted as if this one had', () => {
    const elsewhere = facts.map((one) => ({ ...one, bodyId: 'first-body' }));
    expect(compare(icrc, elsewhere, onDate).tree.met).toBe(false);
    expect(compare(icrc, asIfAccepted(elsewhere), onDate)).toMatchObject({ route: 'standard', minutesNeeded: 0 });
    expect(compare(icrc, asIfAccepted(elsewhere), onDate).tree.met).toBe(true);
  });

  it('goes the standard way for a holder where a scheme takes nobody in by reciprocity', () => {
    const held = [...facts, fact({ id: 'held', kind: 'credential_event', code: 'issued', on: '2025-01-01' })];
    expect(compare(schemeOf('pa-cps.yaml'), asIfAccepted(held), onDate).route).toBe('standard');
  });

  it('says how many minutes are missing, a part and its whole counted once', () => {
    const without = facts.filter(({ id }) => id !== 'ethics-course');
    expect(compare(icrc, asIfAccepted(without), onDate).minutesNeeded).toBe(16 * 60);
  });

  it('puts the certification with fewer open requirements first', () => {
    const texas = compare(schemeOf('tx-mhps.yaml'), asIfAccepted(facts), onDate);
    expect(byNearness(compare(icrc, asIfAccepted(facts), onDate), texas)).toBeLessThan(0);
    expect(texas.done).toBeGreaterThan(0);
  });
});
