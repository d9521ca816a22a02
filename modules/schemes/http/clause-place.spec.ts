import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { fact } from '../../../test/scenarios/support/facts.js';
import { EvidenceContent } from '../../evidence/use-cases/evidence-content.js';
import type { Clause, EligibilityTree, Message } from '../domain/eligibility-tree.js';
import { evaluate } from '../domain/evaluate.js';
import type { SchemeDefinition } from '../domain/scheme-definition.js';
import { inWords } from '../domain/wording.js';
import { wordingIn } from '../use-cases/wording-file.js';
import { eligibilityView } from './eligibility.page.js';
import { placeOf } from './clause-place.js';

const bodyId = 'body';
const onDate = Temporal.PlainDate.from('2026-03-01');
const content = join(__dirname, '../../../content/schemes');
const codes = readdirSync(content)
  .filter((name) => /^[a-z]{2,}-|^ncprss/.test(name))
  .map((name) => name.slice(0, -5));
const schemes: [string, SchemeDefinition][] = codes.map((code) => [code, sampleScheme(code)]);

const clausesOf = (definition: SchemeDefinition, options: Parameters<typeof evaluate>[3] = {}) =>
  evaluate({ id: 'version', bodyId, definition }, [], onDate, options).clauses;
const said = (tree: EligibilityTree<Message>) => inWords(tree, wordingIn('en'));
const hrefOf = (definition: SchemeDefinition, clause: Pick<Clause<Message>, 'id' | 'children'>) =>
  placeOf(clause, { rules: { definition, bodyId } })?.href;
const deep = (clauses: readonly Clause<Message>[]): Clause<Message>[] =>
  clauses.flatMap((clause) => [clause, ...deep(clause.children)]);

/** What nobody can hand in: the register, a registrar or the calendar answers it. */
const NOT_THE_PERSONS = new Set(['background_check', 'elapsed', 'credential']);

describe('where a clause is worked on', () => {
  it.each(schemes)(
    'is the very form, for every clause of %s that asks something of the person',
    (_code, definition) => {
      const stages = definition.credential.stages.map(({ code }) => code);
      for (const clause of stages.flatMap((stage) => clausesOf(definition, { stage }))) {
        if (clause.state !== 'still_needed') continue;
        const rule = definition.prerequisites.find(({ code }) => code === clause.id);
        if (rule && NOT_THE_PERSONS.has(rule.kind)) continue;
        const found =
          rule?.kind === 'any_of'
            ? clause.children.map((way) => hrefOf(definition, way))
            : [hrefOf(definition, clause)];
        expect([clause.id, ...found.map((href) => typeof href)]).toEqual([clause.id, ...found.map(() => 'string')]);
      }
    },
  );

  it('names only texts and kinds of document that there are', () => {
    const evidence = new EvidenceContent();
    const hrefs = schemes.flatMap(([, definition]) =>
      deep(clausesOf(definition))
        .map((clause) => hrefOf(definition, clause))
        .filter((href) => href !== undefined),
    );
    const addresses = hrefs.map((href) => new URL(href, 'https://example.test'));
    const statements = addresses.filter(({ pathname }) => pathname.startsWith('/evidence/statements/'));
    expect(statements.length).toBeGreaterThan(10);
    for (const { pathname, searchParams } of statements) {
      const statement = evidence.text(pathname.split('/').at(-1)!);
      expect(statement).toBeDefined();
      const types = searchParams.get('types')?.split(',') ?? [];
      expect(Object.keys(statement!.types)).toEqual(expect.arrayContaining(types));
      expect(searchParams.get('body')).toBe(bodyId);
    }
    const documents = addresses.filter(({ pathname }) => pathname === '/evidence/documents/new');
    expect(documents.length).toBeGreaterThan(5);
    for (const { searchParams } of documents) {
      expect([...evidence.documentTypes.keys()]).toEqual(expect.arrayContaining(searchParams.get('types')!.split(',')));
    }
  });

  it('carries along which variant, which kinds of document and which point a rule means', () => {
    const texas = sampleScheme('tx-rsps');
    const of = (definition: SchemeDefinition, id: string) =>
      hrefOf(
        definition,
        clausesOf(definition).find((clause) => clause.id === id)!,
      );
    expect(of(texas, 'lived_experience')).toBe('/evidence/statements/lived_experience?body=body&types=substance_use');
    expect(of(texas, 'education')).toBe('/evidence/documents/new?body=body&types=high_school_diploma%2Cged_equivalent');
    expect(of(texas, 'criminal_history_and_registry')).toBeUndefined();
    const sample = sampleScheme();
    expect(of(sample, 'residency')).toBe('/evidence/statements/residency?body=body&at=application');
    const half = clausesOf(sample).find(({ id }) => id === 'residency')!;
    const exam = { ...half, children: half.children.filter(({ id }) => id.endsWith('.exam')) };
    expect(hrefOf(sample, exam)).toBe('/evidence/statements/residency?body=body&at=exam');
  });

  it('carries along the page to come back to, of every form', () => {
    const sample = sampleScheme();
    const tree = clausesOf(sample);
    const ids = ['residency', 'code_of_ethics', 'education'];
    const found = tree.filter(({ id }) => ids.includes(id));
    expect(found.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const rules = { definition: sample, bodyId };
    for (const clause of found)
      expect(placeOf(clause, { rules, from: '/applications/1' })?.href).toMatch(/&from=%2Fapplications%2F1$/);
  });

  it('is no form for people certified elsewhere but the letters that their own rules ask', () => {
    const california = sampleScheme('ca-medi-cal-pss');
    const clauses = deep(clausesOf(california, { route: 'reciprocity' }));
    const href = (id: string) =>
      hrefOf(
        california,
        clauses.find((clause) => clause.id === id)!,
      );
    expect(href('reciprocity.active_other_state')).toContain('types=active_other_state');
    expect(href('reciprocity_practice')).toBe('/practice/entries/new');
    expect(href('reciprocity_ce')).toBe('/evidence/continuing-education/new');
  });

  it('of an exam is that of the application, once there is one', () => {
    const exam = clausesOf(sampleScheme()).find(({ id }) => id === 'exam')!;
    const rules = { definition: sampleScheme(), bodyId };
    expect(placeOf(exam, { rules })?.href).toBe('/applications');
    expect(placeOf(exam, { rules, exam: null })).toBeNull();
    expect(placeOf(exam, { rules, exam: { href: '/applications/1/exam', action: 'See' } })?.href).toBe(
      '/applications/1/exam',
    );
  });
});

describe('a page of requirements', () => {
  const view = (facts: Parameters<typeof evaluate>[1]) => {
    const definition = sampleScheme();
    const tree = evaluate({ id: 'version', bodyId, definition }, facts, onDate);
    return eligibilityView(said(tree), { rules: { definition, bodyId } });
  };
  const clause = (of: ReturnType<typeof view>, id: string) => of.nextClauses.find((one) => one.id === id)!;

  it('shows no points before anybody sat the exam, and points after', () => {
    expect(clause(view([]), 'exam')).not.toHaveProperty('need');
    const sat = fact({ id: 'sat', kind: 'exam', code: 'icrc-pr', on: '2026-01-10', value: { score: 430 } });
    expect(clause(view([sat]), 'exam')).toMatchObject({ have: 430, need: 500, unit: 'score' });
  });

  it('does not call a part met that asks for nothing', () => {
    const { children } = clause(view([]), 'practice');
    expect(children.length).toBe(4);
    expect(children.every(({ asksNothing }) => asksNothing)).toBe(true);
    expect(clause(view([]), 'training').children.some(({ asksNothing }) => asksNothing)).toBe(false);
  });

  it('tells days in words', () => {
    const sat = fact({ id: 'sat', kind: 'exam', code: 'icrc-pr', on: '2026-01-10', value: { score: 430 } });
    const { reasons } = clause(view([sat]), 'exam');
    expect(reasons.join(' ')).toContain('10 April 2026');
    expect(reasons.join(' ')).not.toMatch(/\d{4}-\d{2}/);
  });

  it('leads each person on, and nobody who reads the page of another', () => {
    expect(clause(view([]), 'education').place?.href).toContain('/evidence/documents/new?body=body');
    const definition = sampleScheme();
    const tree = said(evaluate({ id: 'version', bodyId, definition }, [], onDate));
    expect(eligibilityView(tree).nextClauses.some(({ place }) => place)).toBe(false);
  });
});
