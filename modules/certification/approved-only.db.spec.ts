import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../../src/config/project-root.js';
import { useApp } from '../../test/support/app.js';
import { arrangeCase, type Case } from './testing/certification-case.js';
import { Competencies } from '../competencies/competencies.public.js';
import { Evidence } from '../evidence/evidence.public.js';
import { DecideCourse } from '../evidence/use-cases/decide-course.js';
import { EnterCourse } from '../evidence/use-cases/enter-course.js';
import { Eligibility } from '../schemes/schemes.public.js';

describe('a course taught here, where a scheme counts approved training only', () => {
  const test = useApp();
  const day = (text: string) => Temporal.PlainDate.from(text);
  const topics = [{ topic: 'advocacy', minutes: 600 }];

  beforeAll(() => test.run((tx) => test.get(Competencies).load(tx, join(projectRoot, 'content'))));

  const arrange = () => arrangeCase(test, { training: { total_hours: 10, buckets: [], providers: 'approved_only' } });
  const finishes = ({ applicant: { personId } }: Case, occurredOn = '2026-10-01') =>
    test.run((tx) =>
      test.get(Evidence).record(tx, {
        personId,
        kind: 'training',
        code: 'first-steps',
        topics,
        occurredOn: day(occurredOn),
        vouchedBy: { method: 'course' },
        source: { module: 'test', id: personId },
      }),
    );
  const approves = ({ registrar, schemeCode }: Case, minutes = 600) =>
    test.run(async (tx) => {
      const course = {
        schemeCode,
        provider: 'Juniper Valley Board',
        title: `First steps of ${minutes} minutes`,
        topics: [{ topic: 'advocacy', minutes }],
        delivery: 'self_paced' as const,
        live: false,
        validFrom: day('2026-01-01'),
        validTo: null,
        courseCode: 'first-steps',
      };
      return (await test.get(EnterCourse).execute(tx, { course })).id;
    }, registrar);
  const training = ({ schemeVersionId, applicant: { personId } }: Case, knownAt?: Temporal.Instant) =>
    test.run(async (tx) => {
      const question = { schemeVersionId, personId, onDate: day('2026-11-21'), knownAt };
      return (await test.get(Eligibility).evaluate(tx, question)).clauses.find(({ id }) => id === 'training');
    });

  it('counts once the body entered it by its code, also when that came after it was finished, and not as known before', async () => {
    const arranged = await arrange();
    await finishes(arranged);
    expect(await training(arranged)).toMatchObject({ state: 'still_needed', have: 0 });
    const before = await test.clock.now();
    test.clock.set('2026-11-21T18:00:00Z');
    await approves(arranged);
    expect(await training(arranged)).toMatchObject({ state: 'met', have: 600 });
    expect(await training(arranged, before)).toMatchObject({ state: 'still_needed' });
  });

  it('does not count at another body, for another code, or with more time than was approved', async () => {
    const arranged = await arrange();
    await finishes(arranged);
    await approves(await arrange());
    expect(await training(arranged)).toMatchObject({ state: 'still_needed' });
    await approves(arranged, 599);
    expect(await training(arranged)).toMatchObject({ state: 'still_needed' });
    await approves(arranged, 600);
    expect(await training(arranged)).toMatchObject({ state: 'met' });
  });

  it('counts no more for who finishes it after the approval was withdrawn, and stays for who had finished it', async () => {
    const [early, late] = [await arrange(), await arrange()];
    for (const arranged of [early, late]) {
      if (arranged === early) await finishes(arranged);
      const courseId = await approves(arranged);
      const withdrawal = {
        courseId,
        outcome: 'withdrawn' as const,
        effectiveOn: day('2026-09-01'),
        reason: 'It was changed',
      };
      test.clock.set((await test.clock.now()).add({ minutes: 1 }).toString());
      await test.run((tx) => test.get(DecideCourse).execute(tx, withdrawal), arranged.registrar);
      test.clock.set((await test.clock.now()).add({ minutes: 1 }).toString());
      if (arranged === late) await finishes(arranged);
    }
    expect(await training(early)).toMatchObject({ state: 'met' });
    expect(await training(late)).toMatchObject({ state: 'still_needed' });
  });
});
