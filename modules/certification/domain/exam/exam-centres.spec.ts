import { Temporal } from 'temporal-polyfill';
import { authorisationAfter, authorisationNumber, readAuthorisationNumber, validityOf } from './authorisation.js';
import { judgeReport, type ReportGround } from './judge-report.js';
import { headerProblem, readReportLine, type ReportLine } from './report-line.js';
import { nextSittingOn, waitBrokenBy } from './waiting.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const sitting = (on: string, passed = false) => ({ satOn: day(on), passed });

describe('an authorisation', () => {
  it('has a number that is read however it is typed, and is nothing else', () => {
    const number = authorisationNumber(Uint8Array.from({ length: 20 }, (_, at) => at + 40));
    expect(number).toMatch(/^AT(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
    expect(readAuthorisationNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(number);
    expect(readAuthorisationNumber(number.slice(0, -1))).toBeNull();
    expect(() => authorisationNumber(new Uint8Array(19))).toThrow(RangeError);
  });

  it('is used or withdrawn once', () => {
    expect([authorisationAfter('issued', 'use'), authorisationAfter('issued', 'withdraw')]).toEqual([
      'used',
      'withdrawn',
    ]);
    expect([authorisationAfter('used', 'withdraw'), authorisationAfter('withdrawn', 'use')]).toEqual([null, null]);
  });

  it('holds as long as the scheme allows: the application, the window of attempts, the wait', () => {
    const rules = { today: day('2026-11-22'), admittedOn: day('2026-11-01'), closesOn: null, nextAttemptOn: null };
    const days = (changes: object) => {
      const found = validityOf({ ...rules, ...changes });
      return found && `${found.from.toString()} ${found.to.toString()}`;
    };
    expect(days({})).toBe('2026-11-22 2027-11-21');
    expect(days({ closesOn: day('2027-02-01') })).toBe('2026-11-22 2027-02-01');
    expect(days({ attemptsWindow: 'P12M' })).toBe('2026-11-22 2027-10-31');
    expect(days({ nextAttemptOn: day('2027-01-10'), closesOn: day('2027-02-01') })).toBe('2027-01-10 2027-02-01');
    expect(days({ nextAttemptOn: day('2027-02-02'), closesOn: day('2027-02-01') })).toBeNull();
  });
});

describe('the wait between sittings', () => {
  it('runs from the last sitting that counted; one inside it starts no new one, and nobody waits after a pass', () => {
    expect(nextSittingOn([], 'P90D')).toBeNull();
    expect(String(nextSittingOn([sitting('2026-01-01')], 'P90D'))).toBe('2026-04-01');
    expect(String(nextSittingOn([sitting('2026-03-01'), sitting('2026-01-01')], 'P90D'))).toBe('2026-04-01');
    expect(nextSittingOn([sitting('2026-01-01', true)], 'P90D')).toBeNull();
    expect(nextSittingOn([sitting('2026-01-01')], null)).toBeNull();
    expect(String(waitBrokenBy(day('2026-03-31'), [sitting('2026-01-01')], 'P90D'))).toBe('2026-04-01');
    expect(waitBrokenBy(day('2026-04-01'), [sitting('2026-01-01')], 'P90D')).toBeNull();
    expect(waitBrokenBy(day('2025-12-01'), [sitting('2026-01-01')], 'P90D')).toBeNull();
  });
});

describe('a line of a centre', () => {
  const header = [
    'Authorization',
    'Name',
    'Exam date',
    'Score',
    'Report',
    'Domain Advocacy',
    'Domain: Ethical Responsibility',
  ];
  const cells = ['AT-0000-1111-2222-3333-4444', 'Rosalind Okonkwo', '2026-11-22', '480', 'R-1', '60', '55 %'];
  const read = (changes: Record<number, string>) =>
    readReportLine(
      header,
      cells.map((cell, at) => changes[at] ?? cell),
    );

  it('is read with its domains, or told what to correct', () => {
    expect(read({})).toMatchObject({ score: 480, domains: { advocacy: 60, ethical_responsibility: 55 }, centre: '' });
    for (const [at, text, told] of [
      [0, 'AT-1', /number/],
      [1, '=HYPERLINK("x")', /formula/],
      [2, '22/11/2026', /year-month-day/],
      [3, 'excellent', /score/i],
      [5, '120', /percent/],
      [4, '', /score report/],
    ] as const) {
      expect(read({ [at]: text })).toMatch(told);
    }
    expect(headerProblem(header)).toBeNull();
    expect(headerProblem(['Name', 'Score'])).toBe(
      'The first line must name the columns. Still needed: Authorization, Exam date, Report.',
    );
  });

  it('is read by the columns of earlier lists too', () => {
    const earlier = [...header.map((title) => title.replace('Authorization', 'Authorisation')), 'CENTRE'];
    expect(headerProblem(earlier)).toBeNull();
    expect(readReportLine(earlier, [...cells, 'Room 4'])).toMatchObject({ score: 480, centre: 'Room 4' });
    expect(readReportLine([...header, 'center'], [...cells, 'Room 4'])).toMatchObject({ centre: 'Room 4' });
  });

  const ground: ReportGround = {
    authorisation: {
      state: 'issued',
      validFrom: day('2026-11-01'),
      validTo: day('2027-01-31'),
      centre: 'Invented Centre',
    },
    isCandidate: true,
    legalName: 'Rosalind Okonkwo',
    scale: { min: 200, max: 800, pass: 500 },
    isPassFail: false,
    wait: 'P90D',
    sittings: [],
    today: day('2026-12-01'),
    inWords: (one) => one.toLocaleString('en-GB', { dateStyle: 'long' }),
  };
  const outcome = (line: object, around: object = {}, recorded: Parameters<typeof judgeReport>[2] = null) => {
    const { outcome: found, message } = judgeReport(
      { ...(read({}) as ReportLine), ...line },
      { ...ground, ...around },
      recorded,
    );
    return [found, message ?? ''].join(' ').trim();
  };

  it('is judged by what is known of the candidate', () => {
    expect(outcome({})).toBe('good');
    expect(outcome({ name: 'Somebody Else' })).toMatch(/^problem The name differs/);
    expect(outcome({ score: 199 })).toMatch(/^problem The score is not on the scale/);
    expect(outcome({ score: 'passed' })).toMatch(/^problem/);
    expect(outcome({ score: 'passed' }, { isPassFail: true, scale: { min: 0, max: 1, pass: 1 } })).toBe('good');
    expect(outcome({ satOn: day('2026-10-31') })).toMatch(
      /outside the authorization, which holds from 1 November 2026 to 31 January 2027/,
    );
    expect(outcome({ satOn: day('2027-02-01') }, { today: day('2027-03-01') })).toMatch(
      /outside the authorization, which holds from 1 November 2026 to 31 January 2027/,
    );
    expect(outcome({ satOn: day('2026-12-02') })).toMatch(/still to come/);
    expect(outcome({}, { isCandidate: false })).toMatch(/^problem/);
    expect(outcome({}, { authorisation: { ...ground.authorisation, state: 'withdrawn' } })).toMatch(/withdrawn/);
    expect(outcome({}, { sittings: [sitting('2026-11-02')] })).toMatch(/^not_counted .*from 31 January 2027 on/);
    expect(judgeReport(read({}) as ReportLine, null, null).message).toMatch(/No authorization/);
  });

  it('does nothing when it is recorded already, unless it says something else', () => {
    const recorded = { sameApplication: true, satOn: day('2026-11-22'), score: 480 };
    expect(outcome({}, { isCandidate: false }, recorded)).toMatch(/^same/);
    expect(outcome({ score: 500 }, {}, recorded)).toMatch(/^problem/);
    expect(outcome({}, {}, { ...recorded, sameApplication: false })).toMatch(/^problem/);
  });
});
