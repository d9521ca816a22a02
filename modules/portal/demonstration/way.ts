import { Temporal } from 'temporal-polyfill';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import type { ApiClient } from './api-client.js';
import { COURSE, PASSWORD, SCHEME } from './cast.js';
import { readCourse, sitQuiz } from './learner.js';
import { haveSigned, logPractice } from './practice-log.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';

export interface Trainee {
  legalName: string;
  chosenName?: string;
  nameLanguage?: string;
  email: string;
}

interface Clause {
  id: string;
  title: string;
  state: 'met' | 'still_needed' | 'waived';
  reasons: string[];
}

interface Submission {
  id: string;
  revision: number;
  personId: string;
  kind: string;
}

/** The smallest picture that is a picture: proof files of the demonstration show nothing. */
export const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const OUTSIDE_TRAINING = [
  { topic: 'advocacy', minutes: 10 * 60 },
  { topic: 'mentoring_education', minutes: 10 * 60 },
  { topic: 'recovery_wellness_support', minutes: 10 * 60 },
  { topic: 'ethical_responsibility', minutes: 16 * 60 },
];

/** One person's way from registering to holding a credential, each step by HTTP as the person or the staff would do it. */
export class Way {
  person!: ApiClient;
  applicationId = '';
  number = '';

  constructor(
    readonly stage: Stage,
    readonly desk: StaffDesk,
    readonly trainee: Trainee,
  ) {}

  /** Registers, confirms the address by the mailed link, signs in. */
  async register(): Promise<string> {
    const { stage, trainee } = this;
    await stage.api.post('/api/v1/people', { ...trainee, password: PASSWORD });
    const letter = await stage.letterTo(trainee.email, /Confirm your address/);
    const token = stage.linkIn(letter).split('/').at(-1);
    await stage.api.post('/api/v1/verifications', { token });
    await this.signIn();
    return `${trainee.legalName} has an account and a confirmed address`;
  }

  /** Sessions end in time: after the clock has moved the person signs in again. */
  async signIn(): Promise<void> {
    const { email } = this.trainee;
    const { token } = await this.stage.api.post<{ token: string }>('/api/v1/tokens', { email, password: PASSWORD });
    this.person = this.stage.api.as(token);
  }

  async learn(): Promise<string> {
    const { quizCode, lessons } = await readCourse(this.person, COURSE);
    const first = await sitQuiz(this.person, COURSE, quizCode, 0.5);
    await this.stage.moveTo((await this.today()).add({ days: 1 }));
    await this.signIn();
    const second = await sitQuiz(this.person, COURSE, quizCode);
    if (!second.passed) throw new Error('The quiz was not passed with the right answers');
    return `${lessons} lessons read; quiz: not passed yet with ${first.percent} %, passed the next day with ${second.percent} %`;
  }

  async submitOutsideTraining(): Promise<string> {
    const today = await this.today();
    const training = {
      bodyId: await this.bodyId(),
      provider: 'Open Door Learning (invented)',
      title: 'Foundations of peer support',
      startedOn: today.subtract({ days: 30 }).toString(),
      finishedOn: today.subtract({ days: 20 }).toString(),
      topics: OUTSIDE_TRAINING,
      proof: { fileName: 'certificate.png', contentBase64: PICTURE },
    };
    const { submissionId } = await this.person.post<{ submissionId: string }>('/api/v1/outside-trainings', training);
    await this.review('returned', 'The certificate is hard to read. Please send a clearer picture.');
    await this.person.post(`/api/v1/outside-trainings/${submissionId}/revisions`, training);
    await this.review('accepted');
    const minutes = OUTSIDE_TRAINING.reduce((sum, topic) => sum + topic.minutes, 0);
    return `${formatMinutes(minutes)} of training from elsewhere: returned once with a note, then accepted`;
  }

  async practice(days = { practiceDays: 63, supervisionDays: 13 }): Promise<string> {
    const until = (await this.today()).subtract({ days: 1 });
    const entryIds = await logPractice(this.person, { ...days, until });
    await haveSigned(this.stage, this.person, entryIds);
    return `${entryIds.length} entries logged and signed by the supervisor, by link and code`;
  }

  async documents(): Promise<string> {
    const file = { fileName: 'diploma.png', contentBase64: PICTURE };
    const bodyId = await this.bodyId();
    await this.person.post('/api/v1/documents', { bodyId, documentType: 'high_school_diploma', file });
    await this.review('accepted');
    const { statements } = await this.person.get<{ statements: { code: string; kind: string; version: string }[] }>(
      '/api/v1/statements',
    );
    const { tree } = await this.person.get<{ tree: { clauses: Clause[] } }>(`/api/v1/eligibility/${SCHEME}`);
    const asked = statements.filter(({ code }) => tree.clauses.some(({ id }) => id === code));
    for (const { code, kind, version: textVersion } of asked) {
      if (kind === 'signature') {
        await this.person.post('/api/v1/signatures', { bodyId, code, textVersion, signedName: this.trainee.legalName });
      } else if (kind === 'declaration') {
        for (const checkedAt of ['application', 'exam']) {
          await this.person.post('/api/v1/attestations', { bodyId, code, textVersion, percent: 100, checkedAt });
        }
      } else await this.person.post('/api/v1/attestations', { bodyId, code, textVersion });
    }
    return `a document accepted; ${statements.length} statements made, each with its text kept`;
  }

  async seeEligibility(): Promise<string> {
    const { tree } = await this.person.get<{ tree: { clauses: Clause[] } }>(`/api/v1/eligibility/${SCHEME}`);
    const open = tree.clauses.filter(({ state }) => state === 'still_needed').map(({ title }) => title);
    const done = tree.clauses.length - open.length;
    return `${done} of ${tree.clauses.length} requirements met${open.length > 0 ? `; still needed: ${open.join(', ')}` : ''}`;
  }

  async apply(): Promise<string> {
    const begun = await this.person.post<{ applicationId: string }>('/api/v1/applications', { schemeCode: SCHEME });
    this.applicationId = begun.applicationId;
    await this.person.post(`/api/v1/applications/${this.applicationId}/submissions`, { declaration: true });
    return 'application sent';
  }

  async admit(): Promise<string> {
    const reviewer = await this.desk.as('reviewer');
    await reviewer.post(`/api/v1/applications/${this.applicationId}/claims`);
    await reviewer.post(`/api/v1/applications/${this.applicationId}/reviews`, { outcome: 'admitted' });
    return 'a reviewer read it and admitted the applicant as a candidate';
  }

  async recordExam(score = 540): Promise<string> {
    const registrar = await this.desk.as('registrar');
    await registrar.post(`/api/v1/applications/${this.applicationId}/exam-results`, {
      satOn: (await this.today()).toString(),
      score,
      centre: 'North Harbor Exam Center (invented)',
      reference: `R-${this.applicationId.slice(-6)}`,
      domains: { advocacy: 82, mentoring_education: 76, recovery_wellness_support: 79, ethical_responsibility: 85 },
    });
    return `the exam center's report: ${score} of 800, 500 to pass`;
  }

  /** At an outside centre: authorised by number, and the centre's list of results with one line that nobody knows. */
  async sitOutside(score = 560): Promise<string> {
    const registrar = await this.desk.as('registrar');
    const centre = 'North Harbor Exam Center (invented)';
    const booking = 'Call 555 0100 and name your number. Bring a photo ID.';
    const { number } = await registrar.post<{ number: string }>(
      `/api/v1/applications/${this.applicationId}/exam-authorisations`,
      { centre, booking, adjustments: ['extra_time_50'] },
    );
    const satOn = (await this.today()).toString();
    const lines = [
      'Authorisation,Name,Exam date,Score,Report,Domain Advocacy',
      `${number},${this.trainee.legalName},${satOn},${score},NH-2001,82`,
      `X-0000-0000,Somebody Else (invented),${satOn},505,NH-2002,70`,
    ];
    const list = { fileName: 'results.csv', contentBase64: Buffer.from(lines.join('\n')).toString('base64') };
    const { id } = await registrar.post<{ id: string }>('/api/v1/exam-lists', { list });
    await registrar.post(`/api/v1/exam-lists/${id}/confirmations`);
    await this.stage.settle();
    return `${score} of 800 from the list of an outside center, where one line was left over`;
  }

  async decide(reasons = ['all_requirements_met']): Promise<string> {
    const reviewer = await this.desk.as('reviewer');
    const own = await reviewer.answer('POST', `/api/v1/applications/${this.applicationId}/decisions`, {
      outcome: 'granted',
      reasons,
    });
    if (own.status < 400) throw new Error('The reviewer could decide on the application they had reviewed');
    const decider = await this.desk.as('decider');
    await decider.post(`/api/v1/applications/${this.applicationId}/decisions`, { outcome: 'granted', reasons });
    await this.stage.settle();
    const { credentials } = await this.person.get<{ credentials: { number: string }[] }>('/api/v1/credentials');
    this.number = credentials[0]?.number ?? '';
    if (!this.number) throw new Error('The grant made no credential');
    return `granted by a second person (the reviewer was refused, ${own.status}); credential ${this.number}`;
  }

  async today(): Promise<Temporal.PlainDate> {
    return (await this.stage.now()).toZonedDateTimeISO('America/New_York').toPlainDate();
  }

  /** The certifying body that runs the scheme, as anyone can look it up. */
  async bodyId(): Promise<string> {
    type Listed = { schemes: { code: string; body: { id: string } }[] };
    const { schemes } = await this.person.get<Listed>('/api/v1/schemes');
    const found = schemes.find(({ code }) => code === SCHEME);
    if (!found) throw new Error(`No certifying body runs ${SCHEME}`);
    return found.body.id;
  }

  /**
   * Hands in 20 hours of continuing education, which a reviewer accepts, and sends the renewal.
   * @param ago how long ago the courses began and ended
   * @returns the id of the renewal
   */
  async sendRenewal(ago: { begun: Temporal.DurationLike; ended: Temporal.DurationLike }): Promise<string> {
    await this.signIn();
    const today = await this.today();
    await this.person.post('/api/v1/continuing-education', {
      bodyId: await this.bodyId(),
      provider: 'Open Door Learning (invented)',
      title: 'Ethics and boundaries in practice, and further courses',
      startedOn: today.subtract(ago.begun).toString(),
      finishedOn: today.subtract(ago.ended).toString(),
      topics: [
        { topic: 'ethics', minutes: 6 * 60 },
        { topic: 'peer_recovery', minutes: 14 * 60 },
      ],
      proof: { fileName: 'certificates.png', contentBase64: PICTURE },
    });
    await this.review('accepted');
    return (await this.person.post<{ id: string }>(`/api/v1/credentials/${this.number}/renewals`)).id;
  }

  /** Answers whatever of this person waits for a reviewer. */
  async review(outcome: 'accepted' | 'returned', note?: string): Promise<void> {
    const { id: personId } = await this.person.get<{ id: string }>('/api/v1/me');
    const reviewer = await this.desk.as('reviewer');
    const { submissions } = await reviewer.get<{ submissions: Submission[] }>('/api/v1/desk/submissions');
    const own = submissions.filter((submission) => submission.personId === personId);
    if (own.length === 0) throw new Error('Nothing of this person waits for a reviewer');
    for (const { id, revision } of own) {
      await reviewer.post(`/api/v1/submissions/${id}/reviews`, { revision, outcome, note });
    }
  }
}
