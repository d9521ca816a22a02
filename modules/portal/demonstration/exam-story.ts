import { SCHEME } from './cast.js';
import { fillItemBank } from './exam-items.js';
import { SITUATIONS } from './exam-situations.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import type { Way } from './way.js';

interface ExamHere {
  id: string;
  identityTextId: string;
  nondisclosureTextId: string;
}

interface Question {
  versionId: string;
  place: number;
  options: { key: string; text: string }[];
}

const RIGHT = new Set(SITUATIONS.map(([, , , right]) => right));

/** An exam that is sat here: set up and drawn, sat by one, still to come for another who has more time and breaks. */
export class ExamStory {
  private exam?: ExamHere;

  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /** An exam with one form that is given and one that waits for a second person. */
  async setUp(): Promise<void> {
    const { bodyId, studyId } = await fillItemBank(this.desk);
    const lead = await this.desk.as('psychometrician');
    const { examId } = await lead.post<{ examId: string }>('/api/v1/exams', {
      bodyId,
      schemeCode: SCHEME,
      title: 'Peer Recovery exam (invented)',
      minutesAllowed: 60,
      blueprint: {
        domains: { advocacy: 4, mentoring_education: 4, recovery_wellness_support: 4, ethical_responsibility: 4 },
        pretest: 2,
      },
      studyId,
      identityText: 'I am the person whose name this account has, and I take this exam by myself.',
      nondisclosureText: 'The questions stay secret. I do not copy them, pass them on or talk about them.',
    });
    const { formId } = await lead.post<{ formId: string }>(`/api/v1/exams/${examId}/forms`);
    await lead.post(`/api/v1/exams/${examId}/forms`);
    const administrator = await this.desk.as('administrator');
    await administrator.post(`/api/v1/exam-forms/${formId}/approvals`);
    this.exam = (await lead.get<{ exam: ExamHere }>(`/api/v1/exams/${examId}`)).exam;
  }

  /** Lets an admitted candidate sit it. */
  async authorise({ applicationId }: Way): Promise<void> {
    const registrar = await this.desk.as('registrar');
    await registrar.post(`/api/v1/applications/${applicationId}/exam-authorisations`, {
      centre: 'Here, in the browser',
      booking: 'Sign in, open “Your exams”, and begin when you are ready. No appointment is needed.',
      adjustments: [],
    });
    await this.stage.settle();
  }

  /** @param wrong how many questions from the front are answered otherwise @returns the scaled score */
  async sit({ person }: Way, wrong: number): Promise<number> {
    if (!this.exam) throw new Error('The exam is not set up');
    const { id: examId, identityTextId, nondisclosureTextId } = this.exam;
    const start = { examId, identityTextId, nondisclosureTextId };
    const { sittingId } = await person.post<{ sittingId: string }>('/api/v1/sittings', start);
    const path = `/api/v1/sittings/${sittingId}`;
    const { questions } = await person.get<{ questions: Question[] }>(path);
    const answers = questions.map(({ versionId, place, options }) => {
      const chosen = options.find(({ text }) => RIGHT.has(text) === place > wrong);
      return { versionId, revision: 1, chosen: chosen ? [chosen.key] : [] };
    });
    await person.put(`${path}/answers`, { answers });
    await person.post(`${path}/submissions`);
    await this.stage.settle();
    const { result } = await person.get<{ result: { scaledScore: number } }>(path);
    return result.scaledScore;
  }

  /** Asks the body for what helps. @returns the request, for {@link grant} */
  async ask({ person }: Way, bodyId: string, wish: object): Promise<string> {
    const { requestId } = await person.post<{ requestId: string }>('/api/v1/accommodation-requests', {
      bodyId,
      ...wish,
    });
    return requestId;
  }

  async grant(requestId: string, settled: object): Promise<void> {
    const registrar = await this.desk.as('registrar');
    await registrar.post(`/api/v1/desk/accommodation-requests/${requestId}/grants`, settled);
  }
}
