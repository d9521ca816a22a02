import type { Temporal } from 'temporal-polyfill';
import { COURSE } from './cast.js';
import { CohortStory } from './cohort-story.js';
import { ConductStory } from './conduct-story.js';
import { CourseStory } from './course-story.js';
import { ExamStory } from './exam-story.js';
import { openInvoices } from './invoices.js';
import { AMARA, IFE, JONAS, LENA, MINH, NOOR, RAVI, TEO } from './people.js';
import { logPractice, haveSigned } from './practice-log.js';
import { RenewalStory } from './renewal-story.js';
import { RescoreStory } from './rescore-story.js';
import { RulesStory } from './rules-story.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import { TryOutStory } from './try-out-story.js';
import type { Volunteers } from './volunteers.js';
import { Way, type Trainee } from './way.js';

type Tell = (line: string) => void;

/**
 * What happened before the demonstration begins, oldest first, so that every page has something to show: a credential that
 * ran out and is renewed late, one to renew soon, one suspended with an appeal, one in good standing, an application that waits,
 * somebody on the way, an exam that many tried out, that one has sat here and another is about to, a question of it that had two good answers; and what a board does besides: rules in the
 * making, fees, an exam list, a complaint.
 */
export class Stories {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
    private readonly tell: Tell,
    private readonly volunteers: Volunteers,
  ) {}

  /** @param today the day on which the demonstration begins */
  async play(today: Temporal.PlainDate): Promise<void> {
    await this.stage.moveTo(today.subtract({ months: 26 }));
    const teo = await this.certify(TEO, 'expired by now');
    await this.stage.moveTo(today.subtract({ months: 23 }));
    const jonas = await this.certify(JONAS, 'to be renewed soon');
    await this.stage.moveTo(today.subtract({ months: 14 }));
    const minh = await this.certify(MINH, 'suspended later');
    await this.stage.moveTo(today.subtract({ months: 8 }));
    const amara = await this.certify(AMARA, 'in good standing, examined elsewhere', { outside: true });
    await this.employ([jonas, minh, amara]);
    const bodyId = await amara.bodyId();
    const exams = await this.tryOut(bodyId);
    const rules = new RulesStory(this.stage, this.desk);
    await rules.publishFees(bodyId, today.subtract({ months: 7 }));
    this.tell('new rules with fees: drafted, previewed, published by a second administrator');
    await this.stage.moveTo(today.subtract({ months: 2 }));
    await this.suspend(minh);
    const conduct = new ConductStory(this.stage, this.desk);
    const concern = await conduct.concern(amara, today.subtract({ days: 70 }).toString());
    await this.stage.moveTo(today.subtract({ days: 40 }));
    await conduct.close(concern, amara);
    await conduct.appeal(minh);
    this.tell('a complaint, heard from both sides and closed; an appeal that waits for a second decider');
    const renewal = new RenewalStory(this.desk);
    const renewalId = await teo.sendRenewal({ begun: { months: 5 }, ended: { months: 4 } });
    await renewal.giveBack(renewalId);
    await this.stage.moveTo(today.subtract({ days: 9 }));
    await renewal.answer(teo);
    this.tell(`${TEO.legalName}: renews late; returned, answered, one fee waived and one open`);
    await this.apply();
    const ife = await this.examine(exams, bodyId);
    await rules.considerMoreEthics(bodyId, today.add({ months: 3 }));
    this.tell('a draft of new rules with a preview of whom it would touch');
    await this.stage.moveTo(today.subtract({ days: 4 }));
    const noor = await this.begin();
    await exams.ask(noor, bodyId, { extraTimePercent: 25, wideSpacing: true });
    await new CohortStory(this.stage, this.desk).hold({ learner: noor, absent: ife, today });
    this.tell('a group with a live session that was held, one to come, and an invitation that waits');
    await this.teach(amara);
  }

  private async certify(trainee: Trainee, what: string, exam = { outside: false }): Promise<Way> {
    const way = new Way(this.stage, this.desk, trainee);
    await this.collectEvidence(way);
    await way.apply();
    await way.admit();
    await (exam.outside ? way.sitOutside() : way.recordExam());
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
    await this.payFees(way);
    this.tell(`${LENA.legalName}: application waits for a reviewer, its fee paid`);
  }

  private async payFees({ applicationId }: Way): Promise<void> {
    const registrar = await this.desk.as('registrar');
    for (const { id } of await openInvoices(registrar, applicationId))
      await registrar.post(`/api/v1/desk/invoices/${id}/payments`, { reference: 'Statement 2040' });
  }

  /** A provider makes a course its own, and somebody learns there and has a certificate of completion. */
  private async teach(learner: Way): Promise<void> {
    const story = new CourseStory(this.stage, this.desk);
    await story.publish();
    await learner.signIn();
    await story.learn(learner);
    this.tell(
      `a course with a picture, a prerequisite and measured minutes; a certificate of completion for ${learner.trainee.legalName}`,
    );
  }

  /** The exam is set up, and forty people try its first form out. */
  private async tryOut(bodyId: string): Promise<ExamStory> {
    const story = new ExamStory(this.stage, this.desk);
    await story.setUp();
    const sat = await new TryOutStory(this.stage, this.desk, this.volunteers).hold(story, bodyId);
    this.tell(`${sat} people tried an exam out, whose figures a psychometrician can look at`);
    return story;
  }

  /** One sits the exam here, in another form, and one is about to, with what helps them. */
  private async examine(story: ExamStory, bodyId: string): Promise<Way> {
    await story.renew();
    const ravi = await this.candidate(RAVI);
    await story.authorise(ravi);
    const sat = await story.sitOneShort(ravi);
    const after = new RescoreStory(this.stage, this.desk);
    const score = await after.putRight(ravi, sat);
    this.tell(
      `${RAVI.legalName}: sat the exam here, ${sat.scaledScore} of 800; ${score} since a challenge was upheld, and waits for a decision`,
    );
    await after.leaveWaiting(ravi, sat);
    const ife = await this.candidate(IFE);
    await story.authorise(ife);
    const wish = { extraTimePercent: 50, breakMinutes: 20, largeText: true };
    const validFrom = (await ife.today()).toString();
    await story.grant(await story.ask(ife, bodyId, wish), { ...wish, validFrom });
    this.tell(`${IFE.legalName}: may sit the exam here, with more time, breaks and larger text`);
    return ife;
  }

  private async candidate(trainee: Trainee): Promise<Way> {
    const way = new Way(this.stage, this.desk, trainee);
    await this.collectEvidence(way);
    await way.apply();
    await this.payFees(way);
    await way.admit();
    return way;
  }

  private async begin(): Promise<Way> {
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
    return way;
  }
}
