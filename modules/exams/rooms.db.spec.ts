import type { PersonActor } from '../../src/kernel/actor.js';
import { useApp } from '../../test/support/app.js';
import { heldOpen, untilOneWaits } from '../../test/support/held-open.js';
import { visitor } from '../../test/support/visitor.js';
import { signedIn, tokenOf } from '../certification/testing/certification-case.js';
import { apiOf } from './testing/api-of.js';
import { approvedForm, arrangeExam, type ExamCase } from './testing/exam-case.js';
import { StartSitting } from './use-cases/start-sitting.js';
import { TurnRoom } from './use-cases/turn-room.js';

jest.setTimeout(60_000);

describe('an exam that is sat in a room only', () => {
  const test = useApp();
  let exam: ExamCase;
  let proctor: PersonActor;
  let authorisationId: string;
  beforeEach(async () => {
    exam = await arrangeExam(test, { seating: 'room' });
    proctor = await signedIn(test, 'Pia Proctor', exam.bodyId, 'proctor');
    const { rows } = await test.owner.query('select id from exam_authorisation where application_id = $1', [
      exam.applicationId,
    ]);
    authorisationId = rows[0].id;
  });

  const begin = () => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    return apiOf(test, exam.applicant).post('sittings', { examId, identityTextId, nondisclosureTextId });
  };
  const prepared = async (place = 'Library, room 2'): Promise<string> =>
    (await apiOf(test, proctor).post(`exams/${exam.exam.id}/rooms`, { place })).body.roomId;
  const checkIn = (roomId: string, by = proctor) =>
    apiOf(test, by).post(`exam-rooms/${roomId}/check-ins`, { authorisationId, identitySeen: 'photo_identification' });
  const turn = (roomId: string, to: 'openings' | 'closings', by = proctor) =>
    apiOf(test, by).post(`exam-rooms/${roomId}/${to}`);
  const room = async (roomId: string) => (await apiOf(test, proctor).get(`exam-rooms/${roomId}`)).body;
  const readyRoom = async (): Promise<string> => {
    const roomId = await prepared();
    await checkIn(roomId);
    await turn(roomId, 'openings');
    return roomId;
  };
  const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>) => {
    const { status, body } = await answer;
    return [status, body.code];
  };

  it('begins once somebody is checked in and the room is open, in whichever order, and tells them what they wait for', async () => {
    const roomId = await prepared();
    expect(await codeOf(begin())).toEqual([409, 'exams.not_checked_in']);
    const page = visitor(test, tokenOf(exam.applicant, 'page'));
    expect((await page.get(`/exams/${exam.exam.id}`)).text).toContain('you are not checked in yet');
    const before = await room(roomId);
    expect(before.expected).toMatchObject([{ authorisationId, personId: exam.applicant.personId }]);
    expect(before.inside).toEqual([]);
    expect((await checkIn(roomId)).status).toBe(201);
    expect(await codeOf(begin())).toEqual([409, 'exams.room_not_open']);
    expect((await room(roomId)).inside).toMatchObject([{ sitting: null, accommodations: { extraTimePercent: 0 } }]);
    const waiting = (await page.get(`/exams/${exam.exam.id}`)).text;
    expect(waiting).toContain('You are checked in (Library, room 2)');
    expect(waiting).toContain('exams/keep-fresh');
    expect((await turn(roomId, 'openings')).status).toBe(201);
    const open = (await page.get(`/exams/${exam.exam.id}`)).text;
    expect(open).toContain('Start the exam');
    expect(open).not.toContain('exams/keep-fresh');
    expect((await begin()).status).toBe(201);
    const after = await room(roomId);
    expect(after.expected).toEqual([]);
    expect(after.inside).toMatchObject([{ identitySeen: 'photo_identification', sitting: { state: 'open' } }]);
    expect(JSON.stringify(after)).not.toMatch(/Lantern|Listening|chosen/);
  });

  it('lets latecomers in until it is closed, and nobody after that; who began goes on', async () => {
    const roomId = await prepared();
    await turn(roomId, 'openings');
    await checkIn(roomId);
    const { body } = await begin();
    expect((await turn(roomId, 'closings')).status).toBe(201);
    expect((await apiOf(test, exam.applicant).get(`sittings/${body.sittingId}`)).body.state).toBe('open');
    expect(await codeOf(turn(roomId, 'closings'))).toEqual([409, 'exams.room_turned']);
    expect(await codeOf(turn(roomId, 'openings'))).toEqual([409, 'exams.room_turned']);
    const closed = await readyRoomOf(await arrangeExam(test, { seating: 'room' }));
    expect(await codeOf(begin())).toEqual([409, 'exams.room_closed']);
    expect(closed).not.toBe(roomId);
  });

  /** Another exam, with its room closed before anybody began. */
  async function readyRoomOf(another: ExamCase): Promise<string> {
    exam = another;
    proctor = await signedIn(test, 'Pia Proctor', exam.bodyId, 'proctor');
    const { rows } = await test.owner.query('select id from exam_authorisation where application_id = $1', [
      exam.applicationId,
    ]);
    authorisationId = rows[0].id;
    const roomId = await readyRoom();
    await turn(roomId, 'closings');
    return roomId;
  }

  it('closes by itself: twelve hours after its opening nobody begins, and a check-in is over too', async () => {
    await readyRoom();
    test.clock.forward({ hours: 12 });
    await refreshed(exam.applicant, proctor);
    expect(await codeOf(begin())).toEqual([409, 'exams.not_checked_in']);
    const another = await prepared('Library, room 3');
    expect((await room(another)).expected).toHaveLength(1);
    expect((await checkIn(another)).status).toBe(201);
  });

  const refreshed = async (...actors: PersonActor[]) => {
    const now = (await test.clock.now()).toString();
    const ids = actors.map(({ personId }) => personId);
    await test.owner.query(
      'update session set last_seen_at = $2, confirmed_at = $2, created_at = $2 where person_id = any($1)',
      [ids, now],
    );
  };

  it('checks somebody in once, takes it back until they begin, and one check-in is one sitting', async () => {
    const roomId = await prepared();
    const endings = `exam-rooms/${roomId}/check-in-endings`;
    expect((await apiOf(test, proctor).post(endings, { authorisationId })).status).toBe(404);
    await checkIn(roomId);
    expect(await codeOf(checkIn(await prepared('Elsewhere')))).toEqual([409, 'exams.checked_in_already']);
    await turn(roomId, 'openings');
    expect((await apiOf(test, proctor).post(endings, { authorisationId })).status).toBe(200);
    expect(await codeOf(begin())).toEqual([409, 'exams.not_checked_in']);
    await checkIn(roomId);
    const { body } = await begin();
    expect(await codeOf(apiOf(test, proctor).post(endings, { authorisationId }))).toEqual([409, 'exams.sits_already']);
    expect(await codeOf(checkIn(roomId))).toEqual([409, 'exams.sits_already']);
    await approvedForm(test, exam.bank, exam.exam.id, 7);
    await apiOf(test, proctor).post(`proctored-sittings/${body.sittingId}/voids`, { reason: 'disturbance' });
    expect(await codeOf(begin())).toEqual([409, 'exams.not_checked_in']);
    const kept = await test.owner.query(
      'select undone_by, identity_seen from exam_check_in where person_id = $1 order by checked_in_at, id',
      [exam.applicant.personId],
    );
    expect(kept.rows).toEqual([
      { undone_by: proctor.personId, identity_seen: 'photo_identification' },
      { undone_by: null, identity_seen: 'photo_identification' },
    ]);
  });

  it('is no way around: the database lets nobody begin without a check-in, before the opening or by another’s', async () => {
    const roomId = await prepared();
    await checkIn(roomId);
    const { rows } = await test.owner.query('select id from exam_check_in where room_id = $1', [roomId]);
    const insert = (checkInId: string | null, startedAt: string) =>
      test.owner.query(
        `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, started_at, minutes_allowed,
           deadline_at, accommodations, identity_text_id, nondisclosure_text_id, check_in_id, created_at)
         select gen_random_uuid(), e.body_id, $1, e.id, $2, $3, $4, $6::timestamptz, 60, $6::timestamptz + interval '1 hour', '{}',
           e.identity_text_id, e.nondisclosure_text_id, $5, now() from exam e where e.id = $7`,
        [exam.applicant.personId, exam.formId, exam.applicationId, authorisationId, checkInId, startedAt, exam.exam.id],
      );
    const now = (await test.clock.now()).toString();
    await expect(insert(null, now)).rejects.toThrow('sat only by who was checked in');
    await expect(insert(rows[0].id, now)).rejects.toThrow('opens no sitting now');
    await turn(roomId, 'openings');
    test.clock.forward({ hours: 13 });
    await expect(insert(rows[0].id, (await test.clock.now()).toString())).rejects.toThrow('opens no sitting now');
    await expect(test.owner.query('update exam_check_in set identity_seen = $1', ['documents'])).rejects.toThrow(
      'taken back once',
    );
    await expect(test.owner.query('update exam_room set opened_at = null, opened_by = null')).rejects.toThrow(
      'opened once',
    );
  });

  it('never begins beside the closing: whoever comes second waits, and sees what the first did', async () => {
    const { id: examId, identityTextId, nondisclosureTextId } = exam.exam;
    const start = { examId, identityTextId, nondisclosureTextId };
    const first = await readyRoom();
    const closing = await heldOpen(test, (tx) => test.get(TurnRoom).execute(tx, first, 'closed'), proctor);
    const late = begin().then((answer) => answer);
    await untilOneWaits(test);
    await closing.commit();
    expect(await codeOf(late)).toEqual([409, 'exams.room_closed']);
    const second = await prepared('Library, room 3');
    await checkIn(second);
    await turn(second, 'openings');
    const starting = await heldOpen(test, (tx) => test.get(StartSitting).execute(tx, start), exam.applicant);
    const closed = turn(second, 'closings').then((answer) => answer);
    await untilOneWaits(test);
    await starting.commit();
    expect((await closed).status).toBe(201);
    expect((await room(second)).inside).toMatchObject([{ sitting: { state: 'open' } }]);
  });

  it('is watched over by its body’s proctors, who see nothing else and never check themselves in', async () => {
    const roomId = await prepared();
    const elsewhere = await arrangeExam(test, { seating: 'room' });
    const stranger = await signedIn(test, 'Stella Stranger', elsewhere.bodyId, 'proctor');
    expect((await apiOf(test, stranger).get(`exam-rooms/${roomId}`)).status).toBe(404);
    expect((await checkIn(roomId, stranger)).status).toBe(404);
    expect((await turn(roomId, 'openings', stranger)).status).toBe(404);
    expect((await apiOf(test, stranger).post(`exams/${exam.exam.id}/rooms`, { place: 'Mine' })).status).toBe(404);
    expect((await checkIn(roomId, exam.stranger)).status).toBe(403);
    const desk = visitor(test, tokenOf(proctor, 'page'));
    for (const path of ['credentials', 'applications', 'exam-authorisations', 'people', 'staff', 'item-bank']) {
      expect([path, (await desk.get(`/desk/${path}`)).status]).toEqual([path, 403]);
    }
    expect((await desk.get(`/desk/exams/${exam.exam.id}`)).status).toBe(403);
    await test.owner.query(
      `insert into membership (id, organization_id, organization_kind, person_id, role, from_at, created_at)
       values (gen_random_uuid(), $1, 'certifying-body', $2, 'proctor', '2020-01-01', now())`,
      [exam.bodyId, exam.applicant.personId],
    );
    expect((await checkIn(roomId, exam.applicant)).status).toBe(404);
    expect((await apiOf(test, exam.applicant).get(`exam-rooms/${roomId}`)).body.expected).toEqual([]);
  });

  it('is worked by pages: home, list, room, check-in by what was seen, time for the room, closing', async () => {
    const desk = visitor(test, tokenOf(proctor, 'page'));
    expect((await desk.get('/home')).text).toContain('Exam rooms');
    expect((await desk.get('/desk/exams')).text).toContain(`/desk/exams/${exam.exam.id}/room`);
    await desk.get(`/desk/exams/${exam.exam.id}/room`);
    const made = await desk.post(`/desk/exams/${exam.exam.id}/rooms`, { place: 'Library, room 2' });
    const path = String(made.headers['location']);
    expect(path).toMatch(/^\/desk\/exams\/rooms\/[0-9a-f-]{36}$/);
    expect((await desk.get(path)).text).toContain('Not open yet');
    const person = `${path}/people/${authorisationId}`;
    expect((await desk.get(person)).text).toContain('What did you look at?');
    const unsaid = await desk.post(`${person}/check-ins`);
    expect([unsaid.status, unsaid.text.includes('Choose what you looked at')]).toEqual([422, true]);
    expect((await desk.post(`${person}/check-ins`, { identitySeen: 'documents' })).status).toBe(303);
    await desk.get(path);
    expect((await desk.post(`${path}/openings`)).status).toBe(303);
    const { body } = await begin();
    const seen = (await desk.get(path)).text;
    expect(seen).toContain('90 minutes left');
    expect(seen).toContain('Two other documents with the name on them; by Pia Proctor');
    expect((await desk.post(`${path}/outages`, { minutes: 5, reason: 'power' })).status).toBe(303);
    await desk.get(path);
    await desk.post(`${path}/closings`);
    expect((await desk.get(path)).text).toContain('95 minutes left');
    expect((await desk.get(`/desk/exams/${exam.exam.id}/sittings/${body.sittingId}`)).status).toBe(200);
  });
});
