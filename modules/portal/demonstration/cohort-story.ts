import type { Temporal } from 'temporal-polyfill';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import type { Way } from './way.js';

/** The course whose hours the self-study alone does not carry. */
const COURSE = 'ethics-boundaries-confidentiality';

interface CourseSessions {
  sessions: { code: string; title: string; minutes: number }[];
}

/** A training provider's group: two join by its code, one of whom is in a live session; somebody else has not answered yet. */
export class CohortStory {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /**
   * @param people.learner who joins, signed in today, and is in the first session
   * @param people.absent who joins too and is not in it: somebody to be offered a hand
   * @param people.today the day on which the demonstration begins; the first session is held two days before
   */
  async hold({ learner, absent, today }: { learner: Way; absent: Way; today: Temporal.PlainDate }): Promise<void> {
    const { sessions } = await this.stage.api.get<CourseSessions>(`/api/v1/courses/${COURSE}`);
    const [first, second] = sessions;
    if (!first || !second) throw new Error(`The course ${COURSE} has no live sessions`);
    const instructor = await this.desk.as('instructor');
    const { id } = await instructor.post<{ id: string }>('/api/v1/teaching/cohorts', {
      courseCode: COURSE,
      title: 'Ethics together, evenings',
      places: 12,
      startsOn: today.subtract({ days: 4 }).toString(),
      endsOn: today.add({ days: 60 }).toString(),
      isOpen: true,
    });
    const { joinCode } = await instructor.get<{ joinCode: string }>(`/api/v1/teaching/cohorts/${id}`);
    await absent.signIn();
    for (const { person } of [learner, absent]) await person.post('/api/v1/cohort-joinings', { code: joinCode });
    await instructor.post('/api/v1/teaching/invitations', {
      courseCode: COURSE,
      cohortId: id,
      name: 'Kai Lindgren',
      email: 'kai@people.example',
    });
    const held = await this.schedule(id, first.code, today.subtract({ days: 3 }));
    await this.schedule(id, second.code, today.add({ days: 6 }));
    await this.stage.moveTo(today.subtract({ days: 2 }));
    await this.mark(id, held, { of: learner, minutes: first.minutes });
    await this.stage.settle();
  }

  private async schedule(cohortId: string, sessionCode: string, day: Temporal.PlainDate): Promise<string> {
    const instructor = await this.desk.as('instructor');
    const session = {
      sessionCode,
      day: day.toString(),
      time: '18:00',
      delivery: 'in_person',
      place: 'Room 2, upstairs',
    };
    const path = `/api/v1/teaching/cohorts/${cohortId}/live-sessions`;
    return (await instructor.post<{ id: string }>(path, session)).id;
  }

  private async mark(
    cohortId: string,
    sessionId: string,
    { of: { trainee }, minutes }: { of: Way; minutes: number },
  ): Promise<void> {
    const instructor = await this.desk.as('instructor');
    const { members } = await instructor.get<{ members: { personId: string; name: string }[] }>(
      `/api/v1/teaching/cohorts/${cohortId}`,
    );
    const written = members.map(({ personId, name }) => {
      const wasThere = name === trainee.legalName;
      return { personId, minutes: wasThere ? minutes : 0, liveInteraction: wasThere };
    });
    await instructor.post(`/api/v1/teaching/live-sessions/${sessionId}/attendance`, { present: written });
  }
}
