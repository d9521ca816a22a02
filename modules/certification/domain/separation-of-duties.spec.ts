import { Temporal } from 'temporal-polyfill';
import type { Fact } from '../../evidence/evidence.public.js';
import { conflicts, type DecisionInput } from './separation-of-duties.js';

const date = Temporal.PlainDate.from;

function fact(rest: Partial<Fact>): Fact {
  const occurredOn = rest.occurredOn ?? date('2026-10-01');
  return {
    id: 'fact',
    personId: 'applicant',
    bodyId: null,
    kind: 'training',
    code: null,
    topics: [],
    minutes: null,
    value: {},
    occurredOn,
    recordedAt: occurredOn.toZonedDateTime('UTC').toInstant(),
    vouchedBy: { method: 'reviewer', personId: 'dana' },
    corrects: null,
    source: { module: 'test', id: 'source' },
    ...rest,
  };
}

function rulesFor(facts: Fact[], rest: Partial<DecisionInput> = {}): string[] {
  const input = { part: 'decide', applicantId: 'applicant', deciderId: 'dana', reviewerIds: [], facts } as const;
  const body = { decidedOn: date('2026-11-21'), keptApartMonths: 24, zone: 'America/Chicago' };
  return conflicts({ ...input, ...body, ...rest }).map(({ rule }) => rule);
}

describe('who may decide about an application', () => {
  it('is anyone who had no part in it', () => {
    const others = [fact({ vouchedBy: { method: 'course', personId: 'ines' } }), fact({ vouchedBy: null })];
    expect(rulesFor(others, { reviewerIds: ['rosa'] })).toEqual([]);
  });

  it('is never oneself, and never who reviewed it', () => {
    expect(rulesFor([], { deciderId: 'applicant' })).toEqual(['oneself']);
    expect(rulesFor([], { reviewerIds: ['rosa', 'dana'] })).toEqual(['reviewed']);
  });

  it.each([
    ['taught the course', fact({ vouchedBy: { method: 'course', personId: 'dana' } }), 'trained'],
    ['accepted outside training', fact({}), 'trained'],
    [
      'signed practice',
      fact({ kind: 'practice', vouchedBy: { method: 'supervisor-signature', personId: 'dana' } }),
      'supervised',
    ],
    [
      'signed supervision',
      fact({ kind: 'supervision', vouchedBy: { method: 'supervisor-signature', personId: 'dana' } }),
      'supervised',
    ],
    ['recorded the exam', fact({ kind: 'exam', vouchedBy: { method: 'registrar', personId: 'dana' } }), 'examined'],
    ['examined', fact({ kind: 'exam', vouchedBy: { method: 'exam-centre', personId: 'dana' } }), 'examined'],
  ])('is not who %s', (_what, part, rule) => {
    expect(rulesFor([part])).toEqual([rule]);
    expect(rulesFor([part], { deciderId: 'someone-else' })).toEqual([]);
  });

  it('may be who only checked a document', () => {
    expect(rulesFor([fact({ kind: 'document' })])).toEqual([]);
  });

  it('is open again two years after the last part, counted from the day of signing', () => {
    const signature = { method: 'supervisor-signature', personId: 'dana' } as const;
    const on = (day: string): Fact => fact({ kind: 'practice', occurredOn: date(day), vouchedBy: signature });
    expect(rulesFor([on('2024-11-21')])).toEqual([]);
    expect(rulesFor([on('2024-11-22')])).toEqual(['supervised']);
    const oldHoursSignedLate = { ...on('2023-01-01'), recordedAt: Temporal.Instant.from('2026-11-01T12:00:00Z') };
    expect(rulesFor([oldHoursSignedLate])).toEqual(['supervised']);
  });

  it('is kept apart for as long as the body says', () => {
    const signature = { method: 'supervisor-signature', personId: 'dana' } as const;
    const fourMonthsAgo = fact({ kind: 'practice', occurredOn: date('2026-07-21'), vouchedBy: signature });
    expect(rulesFor([fourMonthsAgo], { keptApartMonths: 4 })).toEqual([]);
    expect(rulesFor([fourMonthsAgo], { keptApartMonths: 5 })).toEqual(['supervised']);
  });

  it('is not who waived one of its requirements, nor who declared a conflict with the person', () => {
    expect(rulesFor([], { waiverIds: ['dana'] })).toEqual(['waived']);
    expect(rulesFor([], { declared: [{ endedOn: null }] })).toEqual(['declared']);
  });

  it('is still not who ended a declared conflict lately', () => {
    expect(rulesFor([], { declared: [{ endedOn: date('2026-11-20') }] })).toEqual(['declared']);
    expect(rulesFor([], { declared: [{ endedOn: date('2024-11-21') }] })).toEqual([]);
  });

  it('again, after an appeal, is nobody who reviewed or decided before', () => {
    for (const part of ['review', 'decide', 'appeal'] as const) {
      expect(rulesFor([], { part, earlierIds: ['dana'] })).toEqual(['decided']);
    }
    expect(rulesFor([], { part: 'appeal', reviewerIds: ['dana'] })).toEqual(['reviewed']);
  });

  it('of a review, may be who accepted training or copied a score, and not who taught, signed or examined', () => {
    const exam = (method: 'registrar' | 'exam-centre') =>
      fact({ kind: 'exam', vouchedBy: { method, personId: 'dana' } });
    const part = 'review';
    expect(rulesFor([fact({}), exam('registrar')], { part, reviewerIds: ['dana'] })).toEqual([]);
    expect(rulesFor([exam('exam-centre')], { part })).toEqual(['examined']);
    expect(rulesFor([fact({ vouchedBy: { method: 'course', personId: 'dana' } })], { part })).toEqual(['trained']);
    expect(rulesFor([], { part, declared: [{ endedOn: null }] })).toEqual(['declared']);
  });

  it('tells every rule once, with the latest day', () => {
    const facts = [
      fact({ occurredOn: date('2026-05-01') }),
      fact({ occurredOn: date('2026-09-01') }),
      fact({ kind: 'exam', vouchedBy: { method: 'registrar', personId: 'dana' } }),
    ];
    const input = {
      part: 'decide',
      applicantId: 'applicant',
      deciderId: 'dana',
      reviewerIds: ['dana'],
      facts,
    } as const;
    const found = conflicts({ ...input, decidedOn: date('2026-11-21'), keptApartMonths: 24, zone: 'UTC' });
    expect(found.map(({ rule, on }) => [rule, on?.toString()])).toEqual([
      ['reviewed', undefined],
      ['trained', '2026-09-01'],
      ['examined', '2026-10-01'],
    ]);
  });
});
