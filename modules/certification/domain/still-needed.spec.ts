import { Temporal } from 'temporal-polyfill';
import { speechIn } from '../../../src/platform/translation/speech.js';
import { clauseWords, treeIn, type Clause, type EligibilityTree } from '../../schemes/schemes.public.js';
import { clauseByClause, clauseLineIn, stillNeeded } from './still-needed.js';

const clause = (one: Pick<Clause, 'title' | 'state'> & Partial<Clause>): Clause => ({
  id: one.title,
  counted: [],
  notCounted: [],
  reasons: [],
  earliestOn: null,
  children: [],
  ...one,
});
const report = { ref: { id: 'one', kind: 'exam', occurredOn: Temporal.PlainDate.from('2026-11-21'), minutes: null } };
const tree = {
  met: false,
  onDate: Temporal.PlainDate.from('2026-11-22'),
  earliestOn: null,
  clauses: [
    clause({ title: 'Age', state: 'met' }),
    clause({ title: 'Supervised practice', state: 'still_needed', reasons: ['12 h 30 min more in all.'] }),
    clause({
      title: 'Certification exam',
      state: 'still_needed',
      reasons: ['A score of 500 or more. Once you are admitted, your application says how to sit it.'],
      notCounted: [{ ...report, reason: 'Not passed yet.' }] as unknown as Clause['notCounted'],
    }),
    clause({ title: 'Photo ID', state: 'waived' }),
  ],
} as unknown as EligibilityTree;

describe('what is still needed, in the words of a letter', () => {
  it('is told requirement by requirement', () => {
    expect(clauseByClause(tree)).toEqual([
      'Age: met.',
      'Supervised practice: still needed. 12 h 30 min more in all.',
      'Certification exam: still needed. A score of 500 or more. Once you are admitted, your application says how to sit it. Not counted: Not passed yet.',
      'Photo ID: set aside for you.',
    ]);
  });

  it('is told in Spanish from the tree, or from the lines that were kept with the decision', () => {
    const spanish = clauseLineIn(speechIn('es'), clauseWords('es'));
    expect(clauseByClause(tree).map(spanish)).toEqual([
      'Edad: cumplido.',
      'Práctica supervisada: todavía falta. 12 h 30 min más en total.',
      'Examen de certificación: todavía falta. 500 puntos o más. Cuando le admitan, su solicitud dice cómo presentarlo. No se contó: Todavía sin aprobar.',
      'Identificación con foto: no se le pide.',
    ]);
    expect(stillNeeded(treeIn('es', tree))[0]).toBe('Práctica supervisada: 12 h 30 min más en total.');
    expect(treeIn('en', tree)).toBe(tree);
  });

  it('stays as it was read where a part of it has no words any more', () => {
    const spanish = clauseLineIn(speechIn('es'), clauseWords('es'));
    for (const line of ['Juggling: met.', 'Age: still needed. Bring a cake.', 'A line of another edition'])
      expect(spanish(line)).toBe(line);
  });
});
