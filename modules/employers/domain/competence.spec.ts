import { Temporal } from 'temporal-polyfill';
import type { FrameworkOutline } from '../../competencies/competencies.public.js';
import type { Fact } from '../../evidence/evidence.public.js';
import type { PassedQuiz } from '../../quizzes/quizzes.public.js';
import { evidenceByCompetency, type CategoryEvidence } from './competence.js';
import type { Scope } from './consent.js';
import { domainEvidence } from './domain-evidence.js';
import { piecesOfFacts, piecesOfQuizzes } from './evidence-piece.js';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const context = {
  taught: new Map([['version-1', ['core-1.1', 'core-2.1']]]),
  organizations: new Map([['body', 'Juniper Valley Board']]),
  timeZone: 'America/Chicago',
};

function fact(kind: Fact['kind'], on: string, minutes: number, change: Partial<Fact> = {}): Fact {
  return {
    id: `${kind} ${on}`,
    personId: 'p',
    bodyId: null,
    kind,
    code: null,
    topics: [{ topic: 'advocacy', minutes }],
    minutes,
    value: {},
    occurredOn: day(on),
    recordedAt: Temporal.Instant.from('2026-11-21T15:00:00Z'),
    vouchedBy: { method: 'supervisor-signature', name: 'Ben Ode' },
    corrects: null,
    source: { module: 'test', id: on },
    ...change,
  };
}

const outside = fact('training', '2025-01-01', 600, {
  value: { title: 'Advocacy in practice', provider: 'Invented School' },
  vouchedBy: { method: 'reviewer', personId: 'reviewer', organizationId: 'body' },
});
const course = fact('training', '2026-05-01', 60, {
  value: { title: 'Recovery', course_version: 'version-1' },
  vouchedBy: { method: 'course' },
});
const practice = [fact('practice', '2026-04-01', 30), fact('practice', '2026-03-01', 90)];
const exam = fact('exam', '2026-09-01', 1);
const quiz: PassedQuiz = {
  attemptId: 'a',
  personId: 'p',
  quizCode: 'q',
  title: 'Recovery, the quiz',
  passPercent: 80,
  passedAt: Temporal.Instant.from('2026-05-03T03:00:00Z'),
  competencies: [
    { competency: 'core-1.1', questions: 3, percent: 100 },
    { competency: 'core-1.2', questions: 2, percent: 50 },
  ],
};

const topic = (code: string, title: string) => ({ code, title });
const statement = (code: string) => ({ code, title: `Does ${code}`, topics: [] });
const frameworks: FrameworkOutline[] = [
  {
    code: 'core',
    title: 'Core',
    categories: [
      {
        code: 'core-1',
        title: 'First',
        topics: [topic('advocacy', 'Advocacy')],
        awaiting: null,
        statements: [statement('core-1.1'), statement('core-1.2')],
      },
      {
        code: 'core-2',
        title: 'Second',
        topics: [topic('ethics', 'Ethics')],
        awaiting: null,
        statements: [statement('core-2.1')],
      },
      {
        code: 'core-3',
        title: 'Third',
        topics: [topic('advocacy', 'Advocacy')],
        awaiting: 'Its reviewers have not agreed yet.',
        statements: [statement('core-3.1')],
      },
    ],
  },
];

const pieces = [...piecesOfFacts([outside, course, ...practice, exam], context), ...piecesOfQuizzes([quiz], context)];

function categories(scopes: Scope[] = ['competencies']): Record<string, CategoryEvidence> {
  const [framework] = evidenceByCompetency(pieces, frameworks, scopes);
  return Object.fromEntries(framework?.categories.map((category) => [category.code, category]) ?? []);
}

describe('competencies by evidence', () => {
  it('show a finished course and a passed quiz under the statements that they name', () => {
    expect(categories()['core-1']?.statements).toMatchObject([
      {
        code: 'core-1.1',
        evidence: [
          { kind: 'quiz', basis: 'competency', title: 'Recovery, the quiz', vouchedBy: [{ how: 'quiz' }] },
          { kind: 'course', basis: 'competency', title: 'Recovery', latestOn: day('2026-05-01') },
        ],
      },
    ]);
    expect(categories()['core-2']).toMatchObject({ statementCount: 1, statements: [{ code: 'core-2.1' }] });
  });

  it('show what only proves a domain under the categories of that domain, and say so', () => {
    expect(categories()['core-1']?.evidence).toMatchObject([
      {
        kind: 'practice',
        basis: 'domain',
        domains: ['Advocacy'],
        pieces: 2,
        firstOn: day('2026-03-01'),
        latestOn: day('2026-04-01'),
        vouchedBy: [{ how: 'supervisor-signature', name: 'Ben Ode' }],
      },
      {
        kind: 'training',
        basis: 'domain',
        domains: ['Advocacy'],
        title: 'Advocacy in practice',
        vouchedBy: [{ how: 'reviewer', name: 'Juniper Valley Board' }],
      },
    ]);
    expect(categories()['core-2']?.evidence).toEqual([]);
  });

  it('tell practice in several domains of one category once, with every domain and the whole time', () => {
    const topics = [topic('advocacy', 'Advocacy'), topic('ethics', 'Ethics')];
    const [category] = frameworks[0]?.categories ?? [];
    if (!category) throw new Error('no category');
    const both = [
      { topic: 'advocacy', minutes: 20 },
      { topic: 'ethics', minutes: 40 },
    ];
    const own = piecesOfFacts([fact('practice', '2026-04-01', 60, { topics: both }), ...practice], context);
    const outline = [{ code: 'core', title: 'Core', categories: [{ ...category, topics }] }];
    const [framework] = evidenceByCompetency(own, outline, ['competencies', 'hours']);
    expect(framework?.categories[0]?.evidence).toMatchObject([
      { pieces: 3, domains: ['Advocacy', 'Ethics'], minutes: 180 },
    ]);
  });

  it('show a course whose version is not known by its domains', () => {
    const unknown = { ...course, value: { title: 'Recovery', course_version: 'version-0' } };
    const [framework] = evidenceByCompetency(piecesOfFacts([unknown], context), frameworks, ['competencies']);
    expect(framework?.categories[0]?.evidence).toMatchObject([
      { kind: 'course', basis: 'domain', domains: ['Advocacy'] },
    ]);
  });

  it('tell nothing of a competency in which the quiz was not reached, and nothing of exams', () => {
    const told = JSON.stringify(evidenceByCompetency(pieces, frameworks, ['competencies', 'hours', 'results']));
    expect(told).not.toContain('core-1.2');
    expect(told).not.toContain('"percent":50');
    expect(told).not.toContain('2026-09-01');
  });

  it('let nothing stand by domain for a category that awaits its reviewers', () => {
    expect(categories()['core-3']).toMatchObject({ awaiting: 'Its reviewers have not agreed yet.', evidence: [] });
  });

  it('tell percentages only where results are shared, and minutes only where hours are', () => {
    const shown = (scopes: Scope[]) => {
      const { statements, evidence } = categories(scopes)['core-1'] ?? { statements: [], evidence: [] };
      return [...(statements[0]?.evidence ?? []), ...evidence].map(({ percent, questions, minutes }) => {
        return [percent, questions, minutes];
      });
    };
    const nothing = [null, null, null];
    expect(shown(['competencies'])).toEqual([nothing, nothing, nothing, nothing]);
    expect(shown(['competencies', 'results'])).toEqual([[100, 3, null], nothing, nothing, nothing]);
    expect(shown(['competencies', 'hours'])).toEqual([nothing, nothing, [null, null, 120], [null, null, 600]]);
  });

  it('tell the latest day of a category, in the calendar of the employer', () => {
    expect(categories()['core-1']?.latestOn).toEqual(day('2026-05-02'));
  });
});

describe('evidence by domain', () => {
  const domains = [topic('advocacy', 'Advocacy'), topic('ethics', 'Ethics')];

  it('counts pieces, the people behind them and the latest day, and leaves exams out', () => {
    expect(domainEvidence(pieces, domains, ['competencies'])).toEqual([
      {
        code: 'advocacy',
        title: 'Advocacy',
        trainings: 2,
        practices: 2,
        vouchers: 3,
        latestOn: day('2026-05-01'),
        trainingMinutes: null,
        practiceMinutes: null,
      },
      {
        code: 'ethics',
        title: 'Ethics',
        trainings: 0,
        practices: 0,
        vouchers: 0,
        latestOn: null,
        trainingMinutes: null,
        practiceMinutes: null,
      },
    ]);
  });

  it('tells hours only where hours are shared', () => {
    expect(domainEvidence(pieces, domains, ['competencies', 'hours'])[0]).toMatchObject({
      trainingMinutes: 660,
      practiceMinutes: 120,
    });
  });
});
