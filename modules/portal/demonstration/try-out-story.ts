import { drawsOf, ModelPerson, questionAt } from './answer-model.js';
import type { ApiClient } from './api-client.js';
import { PASSWORD, SCHEME } from './cast.js';
import { RIGHT, type ExamStory, type Question } from './exam-story.js';
import { sideBySide } from './side-by-side.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import type { Volunteers } from './volunteers.js';
import type { Trainee } from './way.js';

const SEED = 20_261_122;

interface Candidate {
  person: ApiClient;
  applicationId: string;
}

/**
 * Some forty people sat the first form when the board tried the exam out, so that a psychometrician has figures to look
 * at. Afterwards they took their applications back, as agreed: no desk has work with them.
 */
export class TryOutStory {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
    private readonly volunteers: Volunteers,
  ) {}

  /** @returns how many sat it */
  async hold(exam: ExamStory, bodyId: string): Promise<number> {
    const people = await this.volunteers.enter(bodyId);
    const candidates = await sideBySide(people, (one) => this.candidate(one));
    await this.admit(candidates);
    await this.stage.settle();
    const sittings = await sideBySide(candidates, ({ person }) => exam.begin(person));
    await this.stage.pass({ minutes: 40 });
    const [first] = candidates;
    if (!first) return 0;
    const { questions } = await first.person.get<{ questions: Question[] }>(`/api/v1/sittings/${sittings[0]}`);
    const draw = drawsOf(SEED);
    const sheets = candidates.map(() => answered(questions, new ModelPerson(draw), draw));
    await sideBySide(candidates, async ({ person, applicationId }, at) => {
      const path = `/api/v1/sittings/${sittings[at]}`;
      await person.put(`${path}/answers`, { answers: sheets[at] });
      await person.post(`${path}/submissions`);
      await person.post(`/api/v1/applications/${applicationId}/withdrawals`);
    });
    await this.stage.settle();
    return candidates.length;
  }

  private async candidate({ email }: Trainee): Promise<Candidate> {
    const { token } = await this.stage.api.post<{ token: string }>('/api/v1/tokens', { email, password: PASSWORD });
    const person = this.stage.api.as(token);
    const { applicationId } = await person.post<{ applicationId: string }>('/api/v1/applications', {
      schemeCode: SCHEME,
    });
    await person.post(`/api/v1/applications/${applicationId}/submissions`, { declaration: true });
    return { person, applicationId };
  }

  private async admit(candidates: readonly Candidate[]): Promise<void> {
    const [reviewer, registrar] = [await this.desk.as('reviewer'), await this.desk.as('registrar')];
    const authorisation = {
      centre: 'Here, in the browser',
      booking: 'Sign in on the day of the try-out, open “Your exams”, and begin when you are ready.',
      adjustments: [],
    };
    await sideBySide(candidates, async ({ applicationId }) => {
      await reviewer.post(`/api/v1/applications/${applicationId}/reviews`, { outcome: 'admitted' });
      await registrar.post(`/api/v1/applications/${applicationId}/exam-authorisations`, authorisation);
    });
  }
}

function answered(questions: readonly Question[], person: ModelPerson, draw: () => number) {
  return questions.flatMap(({ versionId, place, options }) => {
    if (person.leavesOpen()) return [];
    const isRight = person.knows(questionAt(place));
    const fitting = options.filter(({ text }) => RIGHT.has(text) === isRight);
    const taken = fitting[isRight ? 0 : person.takes(fitting.length)] ?? options[Math.floor(draw() * options.length)];
    return [{ versionId, revision: 1, chosen: [taken?.key ?? ''] }];
  });
}
