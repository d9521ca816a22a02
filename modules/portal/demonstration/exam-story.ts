import { agreementInEnglish } from '../../evidence/signed-texts.public.js';
import type { ApiClient } from './api-client.js';
import { SCHEME } from './cast.js';
import { fillItemBank } from './exam-items.js';
import { AS_GOOD, IN_USE, SITUATIONS } from './exam-situations.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import type { Way } from './way.js';

interface ExamHere {
  id: string;
  identityTextId: string;
  nondisclosureTextId: string;
}

interface DrawnForm {
  id: string;
  cutNumerator: number;
  cutDenominator: number;
}

export interface Question {
  versionId: string;
  place: number;
  options: { key: string; text: string }[];
}

/** What somebody answered to a question of their sitting; `right` is the option that counts as right. */
export interface Given extends Pick<Question, 'versionId' | 'place'> {
  chosen: string;
  right: string;
}

export interface Sat {
  sittingId: string;
  formId: string;
  scaledScore: number;
  /** The question that has a second good answer, which is the one that was given. */
  asGood: Given;
  /** Others that count and were answered otherwise. */
  others: Given[];
}

/** Texts of the answers that count as right. */
export const RIGHT = new Set(SITUATIONS.map(([, , , , right]) => right));
const SCORED = new Set(SITUATIONS.slice(0, IN_USE).map(([, , , , right]) => right));

const isScored = (question: Question) => question.options.some(({ text }) => SCORED.has(text));

/** An exam that is sat here: set up and drawn, sat by some, still to come for another who has more time and breaks. */
export class ExamStory {
  private exam?: ExamHere;
  /** The form that is given. */
  private formId = '';
  /** How many right answers the form that is given asks for. */
  private enough = 0;

  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /** An exam with its first form, which is given. */
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
      identityText: agreementInEnglish('exam_identity'),
      nondisclosureText: agreementInEnglish('exam_nondisclosure'),
      // Whoever looks on has nobody at hand who opens a room.
      seating: 'anywhere',
      rulesNote:
        'Short on purpose: it is there to show how an exam is sat, not to examine anybody for the certification.',
    });
    const { exam } = await lead.get<{ exam: ExamHere }>(`/api/v1/exams/${examId}`);
    this.exam = exam;
    await this.giveForm();
  }

  /** In place of the form so far another one is given, and one more waits for a second person. */
  async renew(): Promise<void> {
    const administrator = await this.desk.as('administrator');
    await administrator.post(`/api/v1/exam-forms/${this.formId}/withdrawals`);
    await this.giveForm();
    const lead = await this.desk.as('psychometrician');
    await lead.post(`/api/v1/exams/${this.here.id}/forms`);
  }

  /** Draws a form, which a second person approves. */
  private async giveForm(): Promise<void> {
    const path = `/api/v1/exams/${this.here.id}`;
    const lead = await this.desk.as('psychometrician');
    const { formId } = await lead.post<{ formId: string }>(`${path}/forms`);
    const administrator = await this.desk.as('administrator');
    await administrator.post(`/api/v1/exam-forms/${formId}/approvals`);
    const { forms } = await lead.get<{ forms: DrawnForm[] }>(path);
    const given = forms.find(({ id }) => id === formId);
    this.formId = formId;
    this.enough = given ? Math.ceil(given.cutNumerator / given.cutDenominator) : 0;
  }

  /** Lets an admitted candidate sit it. */
  async authorise({ applicationId }: Way): Promise<void> {
    const registrar = await this.desk.as('registrar');
    await registrar.post(`/api/v1/applications/${applicationId}/exam-authorisations`, {
      centre: 'Here, in the browser',
      booking: 'Sign in, open “Your exams”, and begin when you are ready.',
      adjustments: [],
    });
    await this.stage.settle();
  }

  /** @returns the id of the sitting */
  async begin(person: ApiClient): Promise<string> {
    const { id: examId, identityTextId, nondisclosureTextId } = this.here;
    const start = { examId, identityTextId, nondisclosureTextId };
    return (await person.post<{ sittingId: string }>('/api/v1/sittings', start)).sittingId;
  }

  /** One answer short of a pass, with an answer that is as good as the one that counts. */
  async sitOneShort({ person }: Way): Promise<Sat> {
    const sittingId = await this.begin(person);
    const path = `/api/v1/sittings/${sittingId}`;
    const { questions } = await person.get<{ questions: Question[] }>(path);
    const given = this.answered(questions);
    const answers = given.map(({ versionId, chosen }) => ({ versionId, revision: 1, chosen: [chosen] }));
    await person.put(`${path}/answers`, { answers });
    await person.post(`${path}/submissions`);
    await this.stage.settle();
    const { result } = await person.get<{ result: { scaledScore: number } }>(path);
    const counted = new Set(questions.filter(isScored).map(({ versionId }) => versionId));
    const [asGood, ...others] = given.filter(
      ({ versionId, chosen, right }) => chosen !== right && counted.has(versionId),
    );
    if (!asGood) throw new Error('Every answer was right');
    return { sittingId, formId: this.formId, scaledScore: result.scaledScore, asGood, others };
  }

  private get here(): ExamHere {
    if (!this.exam) throw new Error('The exam is not set up');
    return this.exam;
  }

  /** The question with a second good answer first. */
  private answered(questions: readonly Question[]): Given[] {
    const isAsGood = (question: Question) => question.options.some(({ text }) => AS_GOOD.includes(text));
    const [first, ...rest] = questions.toSorted((a, b) => Number(isAsGood(b)) - Number(isAsGood(a)));
    if (!first || !isAsGood(first)) throw new Error('No question of the form has a second good answer');
    const right = new Set(rest.filter(isScored).slice(0, this.enough - 1));
    return [first, ...rest].map(({ versionId, place, options }, at) => {
      const keyOf = (fits: (text: string) => boolean) => options.find(({ text }) => fits(text))?.key ?? '';
      const key = keyOf((text) => RIGHT.has(text));
      const other = at === 0 ? keyOf((text) => AS_GOOD.includes(text)) : keyOf((text) => !RIGHT.has(text));
      return { versionId, place, right: key, chosen: at > 0 && right.has(rest[at - 1] as Question) ? key : other };
    });
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
