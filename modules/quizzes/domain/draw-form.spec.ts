import fc from 'fast-check';
import { exampleQuiz } from '../testing/example-quiz.js';
import { drawForm } from './draw-form.js';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the form of an attempt', () => {
  it('is the same for the same seed, on every machine', () => {
    expect(drawForm(exampleQuiz({ questions_per_attempt: 2 }), 20261121)).toEqual(
      drawForm(exampleQuiz({ questions_per_attempt: 2 }), 20261121),
    );
    fc.assert(
      fc.property(seeds, (seed) => expect(drawForm(exampleQuiz(), seed)).toEqual(drawForm(exampleQuiz(), seed))),
    );
  });

  it('asks as many different questions as the quiz says, each with all its options', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, questions) => {
        const form = drawForm(exampleQuiz({ questions_per_attempt: questions }), seed);
        expect(new Set(form.map((question) => question.itemCode)).size).toBe(questions);
        for (const question of form) expect([...question.optionOrder].sort()).toEqual(['a', 'b', 'c', 'd']);
      }),
    );
  });

  it('asks about every competency before it asks about one a third time', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const quiz = exampleQuiz({ questions_per_attempt: 6 });
        const competencies = drawForm(quiz, seed).map(
          (question) => quiz.items.find((item) => item.code === question.itemCode)?.competency,
        );
        for (const code of new Set(quiz.items.map((item) => item.competency)))
          expect(competencies.filter((one) => one === code)).toHaveLength(2);
      }),
    );
  });

  it('differs between seeds in questions and in the order of options', () => {
    const forms = Array.from({ length: 50 }, (_, seed) => drawForm(exampleQuiz(), seed));
    expect(
      new Set(
        forms.map((form) =>
          form
            .map((question) => question.itemCode)
            .sort()
            .join(),
        ),
      ).size,
    ).toBeGreaterThan(10);
    expect(new Set(forms.map((form) => form[0]?.optionOrder.join())).size).toBeGreaterThan(10);
  });
});
