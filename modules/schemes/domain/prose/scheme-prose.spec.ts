import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../../src/config/project-root.js';
import { schemeFile, type SchemeDefinition } from '../scheme-definition.js';
import { wordingFile } from '../wording.js';
import { schemeProse } from './scheme-prose.js';
import { Names } from './words.js';

const folder = join(projectRoot, 'content/schemes');
const readWording = (file: string) => wordingFile.parse(parse(readFileSync(join(folder, file), 'utf8')));
const english = readWording('wording.en.yaml');
const spanish = readWording('translations/wording.es.yaml');
const readAll = (file: string) => schemeFile.parse(parse(readFileSync(join(folder, file), 'utf8'))).schemes;
const read = (file: string) => readAll(file)[0];
const schemes = readdirSync(folder)
  .filter((file) => /^(?!publications|sources|wording).*\.yaml$/.test(file))
  .flatMap(readAll);
const text = (scheme: SchemeDefinition, wording = english) =>
  schemeProse(scheme, wording)
    .sections.flatMap(({ lines }) => lines)
    .join('\n');

describe('a scheme in words', () => {
  it('says hours, parts, exam, term and renewal of IC&RC PR as its board would', () => {
    const scheme = read('icrc-pr.yaml');
    const { sections } = schemeProse(scheme, english);
    expect(text(scheme)).toContain('46 hours in all.');
    expect(text(scheme)).toContain('75 questions in 120 minutes.');
    expect(text(scheme)).toContain('A scaled score of 500 is a pass.');
    expect(text(scheme)).toContain('Full: 2 years, counted from the day of the decision.');
    expect(text(scheme)).toContain('Every 2 years: 20 hours of continuing education.');
    expect(text(scheme)).toContain('From the day after the last valid day, up to 6 months: late renewal, $75 more.');
    const training = sections.find(({ heading }) => heading === 'Training');
    expect(training?.parts?.at(-1)).toEqual({ part: 'Ethical responsibility', least: '16 hours', notes: '' });
  });

  it('says the two stages, the clock and the cadence of Texas', () => {
    const words = text(read('tx-mhps.yaml'));
    expect(words).toContain('59.5 hours in all.');
    expect(words).toContain('Hours count once your initial certification is there.');
    expect(words).toContain('They have to be done within 6 months.');
    expect(words).toContain('At least once in every week in the initial stage.');
    expect(words).toContain('Initial: 6 months');
    expect(words).toContain('can be extended once by 6 months');
  });

  it('says whether a renewal waits for its fee, and nothing where there is none', () => {
    const texas = read('tx-mhps.yaml');
    expect(text(texas)).toContain('Its fee is paid, or waived, before it is confirmed');
    const trusting = { ...texas, renewal: { ...texas.renewal, fee_before_confirmation: false } };
    expect(text(trusting)).toContain('It is confirmed without waiting for its fee.');
    const lapse: SchemeDefinition['lapse'] = {
      grace: 'P0D',
      tiers: [{ from: 'P0D', to: null, public_status: null, action: 'reapply' }],
    };
    expect(text({ ...texas, fees: { renewal: 0 }, lapse })).not.toMatch(/its fee/i);
  });

  it('says how many persons deny a renewal', () => {
    const texas = read('tx-mhps.yaml');
    expect(text(texas)).toContain('Two persons have to agree before one is denied');
    const alone: SchemeDefinition = { ...texas, renewal: { ...texas.renewal, denial_by: 'one_person' } };
    expect(text(alone)).toContain('One person may deny one');
  });

  it('says the time limits of a board in business days and hours, and money that is not published', () => {
    const names = new Names(english);
    expect([names.duration('P5BD'), names.duration('PT72H'), names.duration('P1Y6M')]).toEqual([
      '5 business days',
      '72 hours',
      '1 year and 6 months',
    ]);
    expect([names.money(null), names.money(75), names.money(12.5)]).toEqual(['not published', '$75', '$12.50']);
  });

  it('says how soon the register shows an outcome, and how long a suspension at once holds', () => {
    const california = read('ca-medi-cal-pss.yaml');
    expect(text(california)).toContain(
      'The register shows what was decided within 72 hours of the day it takes effect.',
    );
    const discipline = { ...california.discipline, emergency: { confirm_within: 'P10D' } };
    expect(text({ ...california, discipline })).toContain(
      'A suspension at once ends unless a second person confirms it within 10 days.',
    );
  });

  it('says what is still to be confirmed by the names of its parts', () => {
    expect(schemeProse(read('icrc-pr.yaml'), english).toConfirm).toContain('exam → retest wait');
    const pennsylvania = schemeProse(read('pa-cps.yaml'), spanish).toConfirm;
    expect(pennsylvania).toContain('requisitos previos → Estudios secundarios');
    expect(pennsylvania).toContain('renovación → educación continua → horas que se guardan');
  });

  it('says the same in Spanish, from the same values', () => {
    const texas = text(read('tx-mhps.yaml'), spanish);
    expect(texas).toContain('59.5 horas en total.');
    expect(texas).toContain('250 horas (con paga o como voluntariado), con la firma de quien le supervisa.');
    expect(texas).toContain('Al menos una vez cada semana en la etapa inicial.');
    expect(texas).toContain('se puede extender una vez por 6 meses');
    expect(texas).toContain('Después de 6 meses y hasta 12 meses: renovación tardía, $50 más.');
    const california = text(read('ca-medi-cal-pss.yaml'), spanish);
    expect(california).toContain('1,550 horas de práctica, de hace no más de 3 años.');
    expect(california).toContain('en un plazo de 5 días hábiles y se deciden en un plazo de 90 días.');
  });

  it('leaves no code, nothing undefined and no place empty, whatever the scheme and the language', () => {
    for (const scheme of schemes) {
      for (const wording of [english, spanish]) {
        const said = text(scheme, wording);
        expect([scheme.id, said]).toEqual([scheme.id, expect.not.stringMatching(/\w_\w|undefined|\[object|[{}]/)]);
      }
      expect([scheme.id, ...schemeProse(scheme, spanish).codes.wordless]).toEqual([scheme.id]);
      // Every line is said anew: what stands in both languages is a code or a number at most.
      const again = text(scheme, spanish).split('\n');
      expect(
        text(scheme, english)
          .split('\n')
          .filter((line) => again.includes(line)),
      ).toEqual([]);
      expect(again).toHaveLength(text(scheme, english).split('\n').length);
    }
  });
});
