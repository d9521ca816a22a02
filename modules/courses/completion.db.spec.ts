import { useApp } from '../../test/support/app.js';
import { businessOf, personActor } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { readPdf } from '../../test/support/pdf.js';
import type { PersonActor } from '../../src/kernel/actor.js';
import { Organizations } from '../organizations/organizations.public.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { contentCopy, COURSE, learning } from './testing/learning.js';
import { AskCompletion } from './use-cases/ask-completion.js';
import { CertificateDesk } from './use-cases/certificate-desk.js';
import { CheckCompletion } from './use-cases/check-completion.js';
import { ReadCompletion } from './use-cases/read-completion.js';
import { ReadOwnCertificate } from './use-cases/read-own-certificate.js';

describe('the certificate of a finished course', () => {
  const test = useApp({ business: businessOf([CoursesModule]), env: { PUBLIC_URL: 'https://learn.example' } });
  const { enrol, finish } = learning(test);
  const content = contentCopy();
  let body: string;
  let person: string;

  beforeAll(async () => {
    await test.run((tx) => test.get(CourseContent).load(tx, content.dir));
    const founded = await test.run((tx) =>
      test.get(Organizations).found(tx, {
        kind: 'certifying-body',
        name: 'Juniper Valley Peer Certification Board',
        slug: 'juniper',
        timeZone: 'America/Denver',
        address: '1 Main Street',
        contactEmail: 'office@juniper.example',
      }),
    );
    body = founded.id;
  });
  beforeEach(async () => {
    test.clock.set('2026-11-21T15:00:00Z');
    person = await insertPerson(test.owner, 'Zoë Nguyễn');
  });
  afterAll(() => content.remove());

  const ask = (who = person) =>
    test.run((tx) => test.get(AskCompletion).execute(tx, { courseCode: COURSE }), personActor(who));
  const file = (who = person) =>
    test.run((tx) => test.get(ReadOwnCertificate).file(tx, { courseCode: COURSE }), personActor(who));
  const own = (who = person) =>
    test.run(async (tx) => {
      const completion = await test.get(ReadCompletion).execute(tx, { courseCode: COURSE });
      return test.get(ReadOwnCertificate).execute(tx, completion);
    }, personActor(who));
  const check = (number: string, token?: string) =>
    test.run((tx) => test.get(CheckCompletion).execute(tx, { number, token }), { kind: 'anonymous' });
  const documents = async (who = person) =>
    (
      await test.owner.query(
        `select id, edition, state, held_characters, document_hash, certificate_id from completion_document where person_id = $1 order by edition`,
        [who],
      )
    ).rows;
  const dueAgain = () =>
    test.owner.query(`update outbox set due_at = now() - interval '1 year', offered_at = null where done_at is null`);
  const factsOf = async (who = person) =>
    (await test.owner.query('select id, kind, minutes from fact where person_id = $1', [who])).rows;
  const staffOf = async (
    organizationId: string,
    role: 'registrar' | 'reviewer' = 'registrar',
  ): Promise<PersonActor> => ({
    ...personActor(await insertPerson(test.owner)),
    assurance: 'two-factor',
    memberships: [{ organizationId, organizationKind: 'certifying-body', role }],
  });

  it('says who finished what, when, what it counts for and by which rule, and its code opens its page', async () => {
    await finish(person);
    const { number } = await ask();
    expect(await own()).toMatchObject({ number, state: 'pending', isThere: false });
    await expect(file()).rejects.toMatchObject({ code: 'courses.certificate_not_ready' });
    expect(await check(number)).toEqual({ status: 'unknown', number });
    await test.runEffects();

    const { bytes, fileName } = await file();
    expect(fileName).toBe(`${number}.pdf`);
    const pdf = await readPdf(bytes, { qr: true });
    for (const words of [
      'Juniper Valley Peer Certification Board',
      'Zoë Nguyễn',
      'Recovery-oriented practice and the peer role',
      'Version 1',
      '21 November 2026',
      '2 h 42 min',
      'Advocacy: 33 min',
      'reading at 200 words a minute',
      'Provides support',
      number,
      'no credential',
    ])
      expect(pdf.text).toContain(words);
    expect(pdf.pages).toBe(1);
    expect(pdf.text.replaceAll(' ', '')).toContain('learn.example/verify');
    expect(pdf.text).toContain('SPECIMEN'); // as everything in a database for trying out
    const token = (await own())!.token;
    expect(pdf.qr).toBe(`https://learn.example/c/${number}?t=${token}`);
  });

  it('is checked by anybody without a name, by who has the paper with it, and is told by its bytes', async () => {
    await finish(person);
    const { number } = await ask();
    await test.runEffects();
    const { token } = (await own())!;
    const [{ document_hash: fileHash }] = await documents();
    const recorded = {
      number,
      course: 'Recovery-oriented practice and the peer role',
      minutes: 162,
      liveMinutes: 0,
      fileHash,
    };
    const open = await check(` ${number.toLowerCase().replaceAll('-', ' ')} `);
    expect(open).toMatchObject({ status: 'recorded', completion: { ...recorded, name: null, isWithdrawn: false } });
    expect(JSON.stringify(open)).not.toContain('Nguyễn');
    for (const wrong of ['', 'x', token.slice(1)])
      expect(await check(number, wrong)).toMatchObject({ completion: { name: null } });
    expect(await check(number, token)).toMatchObject({ completion: { ...recorded, name: 'Zoë Nguyễn' } });
    const last = number.endsWith('2') ? '3' : '2';
    expect(await check(number.slice(0, -1) + last)).toMatchObject({ status: 'mistyped' });
    expect(await check('GC-2222-2222-2222-2')).toMatchObject({ status: 'unknown' });
  });

  it('is for whoever finished: not before, and not for anybody else', async () => {
    const stranger = await insertPerson(test.owner);
    await expect(ask(stranger)).rejects.toMatchObject({ kind: 'not_found' });
    await enrol(person);
    await expect(ask()).rejects.toMatchObject({ kind: 'not_found' });
    await finish(person);
    await ask();
    await test.runEffects();
    await expect(file(stranger)).rejects.toMatchObject({ kind: 'not_found' });
    await enrol(stranger);
    await expect(file(stranger)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is made once, however many ask at the same moment or again', async () => {
    await finish(person);
    const asked = await Promise.all([ask(), ask(), ask(), ask()]);
    await test.runEffects();
    await ask();
    await test.runEffects();
    expect(new Set(asked.map(({ number }) => number)).size).toBe(1);
    expect(await documents()).toMatchObject([{ edition: 1, state: 'stored' }]);
    expect(await factsOf()).toMatchObject([{ kind: 'training', minutes: 162 }]);
  });

  it('is made anew under its number when the record says more, and the one before stays until then', async () => {
    await finish(person);
    const { number } = await ask();
    await test.runEffects();
    const first = await file();
    await test.owner.query(`update person set legal_name = 'Zoë Nguyễn-Ruiz' where id = $1`, [person]);
    expect(await own()).toMatchObject({ state: 'stored', isOutdated: true });
    expect((await ask()).number).toBe(number);
    expect((await file()).bytes.equals(first.bytes)).toBe(true);
    await test.runEffects();
    expect((await readPdf((await file()).bytes)).text).toContain('Zoë Nguyễn-Ruiz');
    expect(await own()).toMatchObject({ state: 'stored', isOutdated: false });
    expect(await check(number)).toMatchObject({ completion: { edition: 2 } });
  });

  it('broken off while it is stored is nothing, and the next try makes it', async () => {
    await finish(person);
    await ask();
    await test.owner.query(`
      create function break_it() returns trigger language plpgsql as $$ begin raise exception 'the power went'; end $$;
      create trigger break_it before update on completion_document for each row execute function break_it();`);
    try {
      await test.runEffects();
    } finally {
      await test.owner.query('drop trigger break_it on completion_document; drop function break_it();');
    }
    expect(await documents()).toMatchObject([{ state: 'pending', document_hash: null }]);
    await dueAgain();
    await test.runEffects();
    expect(await documents()).toMatchObject([{ state: 'stored' }]);
  });

  it('with a name that the fonts lack waits for who looks after the course, and never keeps the training', async () => {
    await test.owner.query(`update person set legal_name = 'Zoë 😀 Nguyễn' where id = $1`, [person]);
    await finish(person);
    const { number } = await ask();
    await test.runEffects();
    expect(await documents()).toMatchObject([{ state: 'held', held_characters: ['😀'] }]);
    expect(await own()).toMatchObject({ state: 'held', isThere: false });
    expect(await factsOf()).toMatchObject([{ minutes: 162 }]);
    await ask();
    expect(await documents()).toHaveLength(1);

    const registrar = await staffOf(body);
    const desk = (actor: PersonActor) => test.run((tx) => test.get(CertificateDesk).held(tx), actor);
    const print = (actor: PersonActor, printedName = 'Zoë Nguyễn') =>
      test.run((tx) => test.get(CertificateDesk).print(tx, { number, printedName }), actor);
    const elsewhere = await staffOf('00000000-0000-7000-8000-000000000009');
    const themselves = { ...registrar, personId: person };
    expect(await desk(registrar)).toMatchObject([{ number, name: 'Zoë 😀 Nguyễn', heldCharacters: ['😀'] }]);
    expect([...(await desk(elsewhere)), ...(await desk(themselves))]).toEqual([]);
    await expect(desk(await staffOf(body, 'reviewer'))).rejects.toMatchObject({ kind: 'not_found' });
    for (const actor of [personActor(person), themselves, elsewhere, { ...registrar, assurance: 'password' as const }])
      await expect(print(actor)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(print(registrar, '  ')).rejects.toMatchObject({ code: 'courses.printed_name_needed' });
    await print(registrar);
    await test.runEffects();
    expect(await documents()).toMatchObject([{ state: 'replaced' }, { state: 'stored', edition: 2 }]);
    expect((await readPdf((await file()).bytes)).text).toContain('Zoë Nguyễn');
    expect(await own()).toMatchObject({ isOutdated: false });
    await expect(print(registrar)).rejects.toMatchObject({ code: 'courses.certificate_not_held' });
    const letters = await test.owner.query(`select kind from letter where person_id = $1`, [person]);
    expect(letters.rows).toEqual([{ kind: 'course-certificate-ready' }]);
  });

  it('goes with the person, and is not changed or taken away before', async () => {
    await finish(person);
    await ask();
    await test.runEffects();
    for (const sql of [
      `update completion_certificate set number = 'GC-2222-2222-2222-2' where person_id = $1`,
      'delete from completion_certificate where person_id = $1',
      `update completion_document set payload = '{}' where person_id = $1`,
      `update completion_document set state = 'pending' where person_id = $1`,
      'delete from completion_document where person_id = $1',
    ])
      await expect(test.run((tx) => tx.manager.query(sql, [person]))).rejects.toThrow(/permission denied|never change/);
    await expect(test.owner.query('delete from completion_document where person_id = $1', [person])).rejects.toThrow(
      /go only with their person/,
    );
  });

  it('of a version that was withdrawn since counts as before, and its page says so', async () => {
    await finish(person);
    await test.run((tx) =>
      test.get(CourseContent).withdraw(tx, { courseCode: COURSE, reason: 'A chapter is out of date.' }),
    );
    const { number } = await ask();
    await test.runEffects();
    const answer = await check(number);
    expect(answer).toMatchObject({ status: 'recorded', completion: { isWithdrawn: true, minutes: 162 } });
    expect(JSON.stringify(answer)).not.toContain('out of date');
  });
});
