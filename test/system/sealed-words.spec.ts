import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { arrangeCase, apply, giveEvidence, type Case } from '../../modules/certification/testing/certification-case.js';
import { COURSE } from '../../modules/portal/demonstration/cast.js';
import { FileMailer, type FiledMessage } from '../../src/platform/mail/file-mailer.js';
import { useApp } from '../support/app.js';
import { call, type Caller } from '../support/caller.js';
import { everythingStored } from '../support/everything-stored.js';
import { visitor } from '../support/visitor.js';
import { seedWorld, type World } from '../support/world.js';
import { entryOn } from '../support/world-things.js';

/** Words that few may read, or nobody: each is typed into one form and looked for everywhere afterwards. */
const SEALED = {
  complaint: 'Violet lanterns over the seventh canal',
  complainant: 'Quintessa Unnamed',
  reference: 'Forty kites were mended on the river wall',
  background: 'The orchard ledger was copied in nineteen nights',
  appeal: 'A copper whistle in the third drawer',
  notice: 'Eleven umbrellas beside the tram depot',
  reflection: 'What the tide left on the marble steps',
  ended: 'Six postcards from an unlit observatory',
} as const;

/** Where the complainant is told that it was decided: with the complaint and on those letters, and nowhere else. */
const COMPLAINANT = 'quintessa@unnamed.example';

/** What opens doors. */
const SECRETS = {
  password: 'marmalade-Zeppelin-4417',
  wrongPassword: 'obsidian-Tangerine-9062',
} as const;

/** A code that somebody mistypes; alone, as it would stand in a log, and not within an id. */
const CODE = '770144';
const CODE_ALONE = /(?<![0-9a-f-])770144(?![0-9a-f-])/;

/** Who somebody is: in their rows and letters, never in a log line. */
const PEOPLE = ['Maribel Ortegalund', 'maribel@people.example', 'Ines Invented', 'ines@referee.example'];
const TYPED = ['no-such-person@people.example', 'Searchedsomebody', 'samira.okafor@lantern-house.example'];

const LETTER = 'supervisor_recommendation_letter';
const CHECK = 'criminal_history_and_registry';

describe('words that few may read', () => {
  const test = useApp({ env: { LOG_LEVEL: 'debug' } });
  let world: World;
  let arranged: Case;

  const letters = async (to: string): Promise<FiledMessage[]> => {
    await test.runEffects();
    const all = await new FileMailer(join(test.config.DATA_DIR, 'mail'), () => '').list();
    return all.filter((letter) => letter.to.address === to);
  };
  const linkTo = async (to: string, kind: string): Promise<string> => {
    const found = (await letters(to)).flatMap(({ text }) => new RegExp(`/${kind}/[^\\s>)]+`).exec(text)?.[0] ?? []);
    return found.at(-1) ?? fail(`no letter to ${to} leads to ${kind}`);
  };
  const fail = (what: string): never => {
    throw new Error(what);
  };
  const send = async (who: Caller | null, path: string, body: object, expected = 201) => {
    const answer = await call(test, who, { method: 'POST', path, body: { ...body, ...formOf(path) } });
    if (answer.status !== expected) fail(`POST ${path}: ${answer.status} ${answer.text.slice(0, 400)}`);
    return answer.text.startsWith('{') ? (JSON.parse(answer.text) as Record<string, string>) : {};
  };
  /** Forms carry an id, so that a repeat gets the answer that was kept. */
  const formOf = (path: string) => (path.startsWith('/api/') ? {} : { _form: randomUUID() });
  const as = ({ personId }: { personId: string }): Caller => ({ personId, assurance: 'two-factor' });

  beforeAll(async () => {
    world = await seedWorld(test);
    await accounts();
    await complaintsAndAppeals();
    await applicationInDoubt();
    await learning();
    await test.runEffects();
  }, 120_000);

  /** Registering, signing in with a wrong password, looking for people. */
  const accounts = async () => {
    const [legalName = '', email = ''] = PEOPLE;
    await send(null, '/register', { legalName, email, password: SECRETS.password }, 303);
    const link = await linkTo(email, 'verifications');
    const browser = visitor(test);
    await browser.get(link);
    await browser.post(link);
    await browser.get('/sign-in');
    await browser.post('/sign-in', { email, password: SECRETS.wrongPassword });
    await browser.post('/sign-in', { email: TYPED[0], password: SECRETS.wrongPassword });
    expect((await browser.post('/sign-in', { email, password: SECRETS.password })).status).toBe(303);
    await browser.post('/password-resets', { email });
    await browser.get(`/verify?name=${encodeURIComponent(TYPED[1] ?? '')}`);
    await call(test, world.callers.unproven, { method: 'POST', path: '/sign-in/code', body: { code: CODE } });
  };

  const complaintsAndAppeals = async () => {
    const { complaint, complainant, appeal, notice, ended } = SEALED;
    const body = {
      number: await world.object('credential'),
      allegations: ['boundaries'],
      eventOn: '2028-09-01',
      sealedText: complaint,
      sealedName: complainant,
      sealedEmail: COMPLAINANT,
    };
    await send(null, '/complaints', body, 200);
    await send(null, '/complaints', { ...body, number: 'GS-nothing' }, 422);
    await send(world.callers.owner, `/notices/${await world.object('complaint')}/answers`, { sealedText: notice }, 303);
    const decisionId = await world.object('decision');
    await send(null, '/appeals', { decisionId, grounds: ['procedure'], sealedText: ended }, 303); // the session has ended
    await send(world.callers.owner, '/appeals', { decisionId, grounds: ['procedure'], sealedText: appeal }, 303);
  };

  const applicationInDoubt = async () => {
    const prerequisites = [
      { code: LETTER, kind: 'document' as const },
      { code: CHECK, kind: 'background_check' as const },
    ];
    test.clock.set('2026-11-21T15:00:00Z');
    arranged = await arrangeCase(test, { id: 'in-doubt', prerequisites });
    await giveEvidence(test, arranged);
    const at = `/api/v1/applications/${await apply(test, arranged)}`;
    const [, , name = '', email = ''] = PEOPLE;
    const { requestId = '' } = await send(as(arranged.applicant), `${at}/references`, { code: LETTER, name, email });
    const referee = visitor(test);
    await referee.get(await linkTo(email, 'reference-links'));
    await referee.get(`/references/${requestId}`);
    const sent = await referee.post(`/references/${requestId}/letters`, { sealedText: SEALED.reference });
    expect(sent.status).toBe(303);
    const check = { code: CHECK, result: 'not_clear', provider: 'Harbor', reference: 'B-1', checkedOn: '2026-11-20' };
    await send(as(arranged.registrar), `${at}/background-checks`, check);
    await send(as(arranged.registrar), `${at}/background-questions`, { answerUntil: '2026-12-21' });
    await send(as(arranged.applicant), `${at}/background-answers`, { sealedText: SEALED.background });
  };

  /** A reflection that some other page or program sends along, and a code that a supervisor mistypes. */
  const learning = async () => {
    const { owner } = world.callers;
    const lesson = await world.object('lesson');
    const done = { reflectionDone: true, reflection: SEALED.reflection, reflectionText: SEALED.reflection };
    await call(test, owner, { method: 'POST', path: `/api/v1/lessons/${lesson}/completions`, body: done });
    const page = `/courses/${COURSE}/lessons/what-recovery-means/completions`;
    await call(test, owner, { method: 'POST', path: page, body: { reflection: SEALED.reflection } });
    const { id = '' } = await send(owner, '/api/v1/practice/entries', entryOn('2026-11-01'));
    const { id: signOff = '' } = await send(owner, '/api/v1/practice/sign-off-requests', { entryIds: [id] });
    const supervisor = visitor(test);
    await supervisor.get(await linkTo(TYPED[2] ?? '', 'sign-off-links'));
    await supervisor.get(`/sign-offs/${signOff}`);
    await supervisor.post(`/sign-offs/${signOff}/signatures`, {
      code: CODE,
      name: 'Samira Okafor',
      agreed: 'yes',
    });
  };

  const foundIn = (text: string, words: readonly string[]) => words.filter((one) => text.includes(one));
  const sealed = Object.values(SEALED);
  const secrets = Object.values(SECRETS);
  const rowsOf = async (table: string): Promise<string> => {
    const { rows } = await test.owner.query<{ row: string }>(`select t::text as row from ${table} t`);
    expect(rows.length).toBeGreaterThan(0);
    return rows.map(({ row }) => row).join('\n');
  };

  it('are in no line that web process or worker wrote, and neither is who somebody is', () => {
    const lines = test.logLines.join('');
    expect(test.logLines.length).toBeGreaterThan(30);
    expect(lines).toContain('/complaints');
    expect(foundIn(lines, [...sealed, ...secrets, ...PEOPLE, ...TYPED, COMPLAINANT])).toEqual([]);
    expect(lines).not.toMatch(/[^\s"]+@[^\s"]+\.[a-z]+/);
    expect(lines).not.toMatch(CODE_ALONE);
  });

  it.each(['audit', 'outbox', 'letter', 'fact', 'idempotency'])('are in no row of %s', async (table) => {
    const rows = await rowsOf(table);
    expect(foundIn(rows, [...sealed, ...secrets])).toEqual([]);
    expect(rows).not.toMatch(CODE_ALONE);
  });

  it('have beside them, in the audit, nobody’s name and address', async () => {
    expect(foundIn(await rowsOf('audit'), [...PEOPLE, ...TYPED, COMPLAINANT])).toEqual([]);
  });

  it('are in nobody’s copy of their data', async () => {
    for (const who of [world.callers.owner, as(arranged.applicant)]) {
      const { text, status } = await call(test, who, { method: 'POST', path: '/api/v1/me/data/copies' });
      expect(status).toBe(201);
      expect(text).toContain('notInThisCopy');
      expect(foundIn(text, [...sealed, ...secrets, COMPLAINANT])).toEqual([]);
    }
  });

  it('are nowhere in tables and files as they were typed', async () => {
    const stored = await everythingStored(test);
    expect(foundIn(stored, PEOPLE)).toEqual(PEOPLE); // what was typed elsewhere is found, so this can look
    expect(foundIn(stored, [...sealed, ...secrets])).toEqual([]);
  });
});

describe('a letter that a mail server refuses, naming the address', () => {
  const env: Record<string, string> = { LOG_LEVEL: 'debug' };
  let server: SMTPServer;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`<${address}> is nobody here`), { responseCode: 550 })),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    env['SMTP_URL'] = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  const test = useApp({ env });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('is told without it, in the log and on the row that waits', async () => {
    const body = { legalName: PEOPLE[0], email: PEOPLE[1], password: SECRETS.password };
    await call(test, null, { method: 'POST', path: '/register', body });
    await test.runEffects();
    const { rows } = await test.owner.query<{ last_error: string }>('select last_error from outbox where attempts > 0');
    const told = rows.map(({ last_error }) => last_error).join() + test.logLines.join('');
    expect(rows).toHaveLength(1);
    expect(told).toContain('is nobody here');
    expect(told).not.toContain(PEOPLE[1]);
  });
});
