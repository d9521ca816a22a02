import type { Temporal } from 'temporal-polyfill';
import { COURSE } from './cast.js';
import { AMARA, JONAS, LENA, MINH, NOOR, TEO } from './people.js';
import { logPractice, haveSigned } from './practice-log.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import { Way, type Trainee } from './way.js';

type Tell = (line: string) => void;

/**
 * What happened before the demonstration begins, oldest first, so that every page has something to show: a credential that
 * ran out, one to renew soon, one suspended, one in good standing, an application that waits, and somebody on the way.
 */
export class Stories {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
    private readonly tell: Tell,
  ) {}

  /** @param today the day on which the demonstration begins */
  async play(today: Temporal.PlainDate): Promise<void> {
    await this.stage.moveTo(today.subtract({ months: 26 }));
    await this.certify(TEO, 'expired by now');
    await this.stage.moveTo(today.subtract({ months: 23 }));
    const jonas = await this.certify(JONAS, 'to be renewed soon');
    await this.stage.moveTo(today.subtract({ months: 14 }));
    const minh = await this.certify(MINH, 'suspended later');
    await this.stage.moveTo(today.subtract({ months: 8 }));
    const amara = await this.certify(AMARA, 'in good standing');
    await this.employ([jonas, minh, amara]);
    await this.stage.moveTo(today.subtract({ months: 2 }));
    await this.suspend(minh);
    await this.stage.moveTo(today.subtract({ days: 9 }));
    await this.apply();
    await this.stage.moveTo(today.subtract({ days: 4 }));
    await this.begin();
  }

  private async certify(trainee: Trainee, what: string): Promise<Way> {
    const way = new Way(this.stage, this.desk, trainee);
    await this.collectEvidence(way);
    await way.apply();
    await way.admit();
    await way.recordExam();
    await way.decide();
    this.tell(`${trainee.legalName}: ${way.number}, ${what}`);
    return way;
  }

  private async collectEvidence(way: Way): Promise<void> {
    await way.register();
    await way.learn();
    await way.submitOutsideTraining();
    await way.practice();
    await way.documents();
  }

  private async employ(ways: Way[]): Promise<void> {
    const employer = await this.desk.as('roster-manager');
    for (const { trainee, number } of ways) {
      const from = (await ways[0]?.today())?.subtract({ days: 30 }).toString();
      await employer.post('/api/v1/roster', { name: trainee.legalName, credentialNumber: number, from });
    }
    await this.share(ways);
    this.tell(`${ways.length} people on the roster of an employer, one of whom shares her competencies`);
  }

  private async share(ways: Way[]): Promise<void> {
    const person = ways.at(-1)?.person;
    const consents = await person?.get<{ employers: { organizationId: string; employer: string }[] }>(
      '/api/v1/consents',
    );
    const lantern = consents?.employers.find(({ employer }) => employer.startsWith('Lantern House'));
    await person?.post('/api/v1/consents', {
      organizationId: lantern?.organizationId,
      scopes: ['competencies', 'results'],
    });
  }

  private async suspend({ trainee, number }: Way): Promise<void> {
    const registrar = await this.desk.as('registrar');
    const on = (await this.stage.now()).toZonedDateTimeISO('America/New_York').toPlainDate().toString();
    await registrar.post(`/api/v1/credentials/${number}/suspensions`, {
      reason: 'requirement_still_needed',
      effectiveOn: on,
      publicFrom: on,
    });
    await this.stage.settle();
    this.tell(`${trainee.legalName}: suspended`);
  }

  private async apply(): Promise<void> {
    const way = new Way(this.stage, this.desk, LENA);
    await this.collectEvidence(way);
    await way.apply();
    this.tell(`${LENA.legalName}: application waits for a reviewer`);
  }

  private async begin(): Promise<void> {
    const way = new Way(this.stage, this.desk, NOOR);
    await way.register();
    const { lessons } = await way.person.post<{ lessons: { id: string }[] }>('/api/v1/enrolments', {
      courseCode: COURSE,
    });
    for (const { id } of lessons.slice(0, 2)) {
      const { checks } = await way.person.get<{ checks: unknown[] }>(`/api/v1/lessons/${id}`);
      await way.person.post(`/api/v1/lessons/${id}/checks`, { answers: checks.map(() => 0) });
      await way.person.post(`/api/v1/lessons/${id}/completions`, { reflectionDone: true });
    }
    const until = (await way.today()).subtract({ days: 1 });
    const signed = await logPractice(way.person, {
      practiceDays: 9,
      supervisionDays: 2,
      until: until.subtract({ days: 20 }),
    });
    await haveSigned(this.stage, way.person, signed);
    await logPractice(way.person, { practiceDays: 3, supervisionDays: 0, until });
    this.tell(`${NOOR.legalName}: two lessons and some practice`);
  }
}
