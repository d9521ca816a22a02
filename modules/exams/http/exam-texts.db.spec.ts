import supertest from 'supertest';
import { useApp } from '../../../test/support/app.js';
import { visitor, type Visitor } from '../../../test/support/visitor.js';
import { tokenOf } from '../../certification/testing/certification-case.js';
import { agreementInEnglish } from '../../evidence/signed-texts.public.js';
import { arrangeExam, type ExamCase } from '../testing/exam-case.js';
import { EXAM_IDENTITY, EXAM_NONDISCLOSURE } from '../use-cases/exam-texts.js';

const SHIPPED = {
  identityText: agreementInEnglish(EXAM_IDENTITY),
  // As a browser sends what somebody broke into lines.
  nondisclosureText: agreementInEnglish(EXAM_NONDISCLOSURE).replace('. ', '.\r\n'),
};

describe('the two texts before an exam', () => {
  const test = useApp();

  const candidate = async ({ applicant }: ExamCase, language: 'en' | 'es'): Promise<Visitor> => {
    await test.owner.query('update person set letter_language = $2 where id = $1', [applicant.personId, language]);
    const one = visitor(test, tokenOf(applicant, 'page'));
    one.cookies.set('language', language);
    return one;
  };
  const boxes = (text: string) => {
    const valueOf = (name: string) => new RegExp(`name="${name}"[^>]*value="([0-9a-f]{64})"`).exec(text)![1]!;
    return {
      identityTextId: valueOf('identityTextId'),
      nondisclosureTextId: valueOf('nondisclosureTextId'),
    };
  };
  const agreed = async ({ applicant }: ExamCase) => {
    const { rows } = await test.owner.query(
      `select code, value ->> 'text_language' as language, source_module as module, body_id as "bodyId" from fact
       where person_id = $1 and code like 'exam_%' order by code`,
      [applicant.personId],
    );
    return rows;
  };

  it('are read in Spanish with the English at hand, and kept as they were read, where the body took the shipped words', async () => {
    const exam = await arrangeExam(test, { texts: SHIPPED });
    const person = await candidate(exam, 'es');
    const { text } = await person.get(`/exams/${exam.exam.id}`);
    expect(text).toContain('Soy la persona cuyo nombre lleva esta cuenta.');
    expect(text).toContain('Las preguntas de este examen son secretas.');
    expect(text).toContain('I am the person whose name this account has.');
    // That it is signed in their language is told once, for both.
    expect(text.match(/Usted firma /g)).toHaveLength(1);
    expect(text.match(/Leer en inglés:/g)).toHaveLength(2);
    expect(await agreed(exam)).toEqual([]);
    expect((await person.post(`/exams/${exam.exam.id}/sittings`, boxes(text))).status).toBe(303);
    const kept = { language: 'es', module: 'exams/sitting', bodyId: exam.bodyId };
    expect(await agreed(exam)).toEqual([
      { code: EXAM_IDENTITY, ...kept },
      { code: EXAM_NONDISCLOSURE, ...kept },
    ]);
    const list = await person.get('/evidence');
    const signed = /href="(\/evidence\/signed-texts\/[^"]*)">Quién hace el examen/.exec(list.text)![1]!;
    expect((await person.get(signed)).text).toContain('Soy la persona cuyo nombre lleva esta cuenta.');
  });

  it('are kept in English for a program that names the texts of the exam', async () => {
    const exam = await arrangeExam(test, { texts: SHIPPED });
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    const authorization = `Bearer ${tokenOf(exam.applicant, 'api')}`;
    const begin = (body: object) =>
      supertest(test.app.getHttpServer()).post('/api/v1/sittings').set({ authorization }).send(body);
    // A shipped text, but not the one that stands there.
    const swapped = { examId, identityTextId: nondisclosureTextId, nondisclosureTextId };
    expect((await begin(swapped)).body.code).toBe('exams.texts_changed');
    expect((await begin({ examId, identityTextId, nondisclosureTextId })).status).toBe(201);
    expect((await agreed(exam)).map(({ language }) => language)).toEqual(['en', 'en']);
  });

  it('stay as the body wrote them, where it wrote its own, and no version of a shipped text stands for them', async () => {
    const exam = await arrangeExam(test);
    const person = await candidate(exam, 'es');
    const { text } = await person.get(`/exams/${exam.exam.id}`);
    expect(text).toContain('lang="en">I am who I say I am.');
    expect(text).not.toContain('Soy la persona cuyo nombre');
    const shipped = await arrangeExam(test, { texts: SHIPPED });
    const spanish = boxes((await (await candidate(shipped, 'es')).get(`/exams/${shipped.exam.id}`)).text);
    expect((await person.post(`/exams/${exam.exam.id}/sittings`, spanish)).status).toBe(409);
    expect((await person.post(`/exams/${exam.exam.id}/sittings`, boxes(text))).status).toBe(303);
    expect(await agreed(exam)).toEqual([]);
  });
});
