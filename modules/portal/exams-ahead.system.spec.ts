import supertest from 'supertest';
import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { queriesOf } from '../../test/support/query-count.js';
import { visitor } from '../../test/support/visitor.js';
import {
  admitted,
  arrangeCase,
  everything,
  recordExam,
  tokenOf,
  type Case,
} from '../certification/testing/certification-case.js';
import { IssueAuthorisation } from '../certification/use-cases/issue-authorisation.js';
import { Accommodations, NO_ACCOMMODATION } from '../quizzes/accommodations.public.js';
import { dateIn } from '../../src/kernel/dates.js';
import { arrangeExam, rightAnswer, type ExamCase } from '../exams/testing/exam-case.js';

/** What a home page may cost, with everything around it (homes.system.spec.ts). */
const QUERIES_OF_A_HOME = 28;
/** When the next attempt counts is a matter of the rules: who waits for one costs so many more. */
const QUERIES_OF_WAITING = 12;

describe('the home of somebody with an exam to come', () => {
  const test = useApp();
  beforeEach(() => test.clock.set('2026-11-21T15:00:00Z'));

  const homeOf = async (actor: PersonActor, language = 'en') => {
    const page = visitor(test, tokenOf(actor, 'page'));
    if (language !== 'en') await page.get(`/language/${language}`);
    return (await page.get('/home')).text;
  };
  const call = ({ applicant }: Case, method: 'get' | 'post' | 'put', path: string, sent?: object) =>
    supertest(test.app.getHttpServer())
      [method](`/api/v1/${path}`)
      .set({ authorization: `Bearer ${tokenOf(applicant, 'api')}` })
      .send(sent);
  const begin = async (exam: ExamCase): Promise<string> => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    return (await call(exam, 'post', 'sittings', { examId, identityTextId, nondisclosureTextId })).body.sittingId;
  };

  describe('here', () => {
    let exam: ExamCase;
    beforeEach(async () => {
      exam = await arrangeExam(test, { adjustments: ['separate_room'] });
    });

    it('says when and where, what to bring and what is confirmed before, and leads to the exam and to what helps', async () => {
      const home = await homeOf(exam.applicant);
      for (const words of [
        'Peer support exam (invented)',
        `href="/exams/${exam.exam.id}"`,
        'Now, through',
        'At the body’s office.',
        'photo identification',
        'I am who I say I am.',
        'A room of one’s own',
        'href="/accommodations"',
        'href="/exams"',
        `/applications/${exam.applicationId}/exam`,
      ])
        expect(home).toContain(words);
      expect(await homeOf(exam.stranger)).not.toContain('Peer support exam');
    });

    it('says it in Spanish', async () => {
      const home = await homeOf(exam.applicant, 'es');
      expect(home).toContain('Antes de empezar');
      expect(home).toMatch(/Desde ahora hasta el \d+ de/);
    });

    it('leads back to the sitting that is under way, tells of a break, and of the end', async () => {
      const helps = { ...NO_ACCOMMODATION, breakMinutes: 20 };
      const validFrom = dateIn(exam.zone, await test.clock.now());
      const grant = { ...helps, bodyId: exam.bodyId, personId: exam.applicant.personId, validFrom, validUntil: null };
      await test.run((tx) => test.get(Accommodations).grant(tx, grant), exam.registrar);
      const sitting = await begin(exam);
      const open = await homeOf(exam.applicant);
      expect(open).toContain('You have begun it. The time ends on');
      expect(open).toContain(`href="/sittings/${sitting}"`);
      expect(open).not.toContain('Before it begins');
      await call(exam, 'post', `sittings/${sitting}/breaks`);
      expect(await homeOf(exam.applicant)).toContain('You are on a break.');
      await call(exam, 'post', `sittings/${sitting}/break-endings`);
      test.clock.forward({ minutes: 91 });
      expect(await homeOf(exam.applicant)).toContain('The time has ended.');
    });

    it('says that the result is known, and leads to it', async () => {
      const sitting = await begin(exam);
      await call(exam, 'post', `sittings/${sitting}/submissions`);
      const short = await homeOf(exam.applicant);
      expect(short).toContain('Not passed yet');
      expect(short).toContain(`/sittings/${sitting}/result`);
      expect(short).toMatch(/Your next attempt counts:<br><strong>From 19 February 2027 through/);
    });

    it('says so when it is passed', async () => {
      const sitting = await begin(exam);
      const answers = [...exam.contents].map(([versionId, content]) => ({
        versionId,
        revision: 1,
        ...rightAnswer(content),
      }));
      await call(exam, 'put', `sittings/${sitting}/answers`, { answers });
      await call(exam, 'post', `sittings/${sitting}/submissions`);
      expect(await homeOf(exam.applicant)).toMatch(/Passed<\/span>\s*Sat on/);
      const { text } = await visitor(test, tokenOf(exam.applicant, 'page')).get(`/exams/${exam.exam.id}`);
      expect(text).toContain('See your result');
      expect(text).not.toContain('before you begin');
    });

    it('costs no more questions to the database than any home', async () => {
      const sitting = await begin(exam);
      const cost = async () => {
        await homeOf(exam.applicant);
        return queriesOf(test, () => homeOf(exam.applicant));
      };
      expect(await cost()).toBeLessThanOrEqual(QUERIES_OF_A_HOME);
      await call(exam, 'post', `sittings/${sitting}/submissions`);
      expect(await cost()).toBeLessThanOrEqual(QUERIES_OF_A_HOME + QUERIES_OF_WAITING);
    });
  });

  describe('at an exam center', () => {
    let arranged: Case;
    let applicationId: string;
    beforeEach(async () => {
      arranged = await arrangeCase(test);
      const facts = everything.filter(({ kind }) => kind !== 'exam');
      applicationId = await admitted(test, arranged, facts);
    });
    const authorise = () =>
      test.run(
        (tx) =>
          test.get(IssueAuthorisation).execute(tx, {
            applicationId,
            centre: 'Invented Centre',
            booking: 'By telephone. Room 4.',
            adjustments: [],
          }),
        arranged.registrar,
      );

    it('says how to book from the authorisation on, and nothing before it', async () => {
      expect(await homeOf(arranged.applicant)).not.toContain('Your exam</h2>');
      const { number } = await authorise();
      const home = await homeOf(arranged.applicant);
      for (const words of ['Invented Centre', 'By telephone. Room 4.', number, `/applications/${applicationId}/exam`])
        expect(home).toContain(words);
      expect(home).not.toContain('course quiz do');
    });

    it('says once the days are over that a result is on its way, or who gives new days', async () => {
      await authorise();
      await test.owner.query(
        `update exam_authorisation set valid_from = '2026-10-01', valid_to = '2026-11-20' where application_id = $1`,
        [applicationId],
      );
      const home = await homeOf(arranged.applicant);
      expect(home).toContain('If you sat it, the result is on its way');
      expect(home).not.toContain('By telephone');
    });

    it('tells of the result that the center reported', async () => {
      await authorise();
      await recordExam(test, arranged, applicationId, { score: 200 });
      const home = await homeOf(arranged.applicant);
      expect(home).toContain('Not passed yet');
      expect(home).toContain(`href="/applications/${applicationId}"`);
    });
  });
});
