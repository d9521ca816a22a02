import 'reflect-metadata';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { personNumber } from '../modules/people/domain/person-number.js';
import type { ItemContent } from '../modules/item-bank/item-bank.public.js';
import { projectRoot } from '../src/config/project-root.js';
import { ensureLoginUsers } from '../src/launcher/login-users.js';
import { filesUnder } from '../src/platform/content/files-under.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/platform/database/embedded/embedded-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { BenchLine } from './bench-line.js';
import { seedForm, type SeededForm } from './item-statistics-seed.js';
import { end, freePort, startWebProcess, untilReady, webSettings } from './processes.js';
import { spreadOf } from './spread.js';

const ITEMS = 120;
const MOST_KILOBYTES = 300;
const TIMES = 15;

/**
 * What a candidate's browser gets when an exam of 120 questions is opened: the page as the web process sends it, whole and not
 * compressed. The questions are the longest of those that ship for courses, sealed in the bank as the product seals them.
 */
export async function run(): Promise<BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'goodstanding-form-'));
  const children: ChildProcess[] = [];
  let server: EmbeddedServer | undefined;
  let owner: pg.Client | undefined;
  try {
    server = await startEmbeddedServer({ dir: join(directory, 'postgres'), durable: false });
    const ownerUrl = server.url('form');
    await migrate({ ownerUrl });
    const urls = await ensureLoginUsers(ownerUrl, { web: 'of-this-run', jobs: 'of-this-run', verifier: 'of-this-run' });
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const port = await freePort();
    const settings = webSettings(urls, directory, port);
    const asked = longestQuestions(ITEMS);
    const content = (number: number) => asked[number - 1] as ItemContent;
    const installation = { urls, directory, secretKey: settings['SECRET_KEY'] ?? '' };
    const form = await seedForm(owner, installation, { attempts: 0, items: ITEMS, content });
    const { sittingId, token } = await openSitting(owner, form);
    const web = startWebProcess(settings, children);
    await untilReady(port, () => web.exitCode === null);
    const page = `http://127.0.0.1:${port}/sittings/${sittingId}`;
    return linesOf(await opened(page, { cookie: `__Host-session=${token}` }));
  } finally {
    await owner?.end();
    await Promise.all(children.map(end));
    await server?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Of the shipped quizzes, those with the four options that a seeded form has. */
function longestQuestions(count: number): ItemContent[] {
  const courses = join(projectRoot, 'content/courses');
  const quizzes = filesUnder(courses).filter((file) => /^[^/]+\/quiz\.yaml$/.test(file));
  const items = quizzes.flatMap((file) => {
    const quiz = parse(readFileSync(join(courses, file), 'utf8')) as { items: ItemContent[] };
    return quiz.items.map(({ kind, stem, scenario, options }) => {
      return { kind, stem, options, references: ['Invented Handbook, page 7'], ...(scenario && { scenario }) };
    });
  });
  const length = ({ stem, scenario = '', options }: ItemContent) =>
    stem.length + scenario.length + options.reduce((sum, { text }) => sum + text.length, 0);
  return items
    .filter(({ options }) => options.map(({ key }) => key).join('') === 'abcd')
    .toSorted((a, b) => length(b) - length(a))
    .slice(0, count);
}

/** A person who is signed in with a browser, and their open sitting. */
async function openSitting(owner: pg.Client, { bodyId, formId }: SeededForm) {
  const [personId, sittingId, token] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.query(
    `insert into person (id, number, legal_name, created_at) values ($1, $2, 'Invented Person', now())`,
    [personId, personNumber(new Uint8Array(9))],
  );
  await owner.query(
    `insert into session (id, person_id, kind, token_hash, assurance, device, confirmed_at, last_seen_at, created_at)
     values ($1, $2, 'page', $3, 'password', 'bench', now(), now(), now())`,
    [randomUUID(), personId, createHash('sha256').update(token).digest()],
  );
  await owner.query(`set session_replication_role = replica`);
  await owner.query(
    `insert into exam_text (id, body, created_at) values (repeat('a', 64), 'An invented statement.', now())`,
  );
  await owner.query(
    `insert into sitting (id, body_id, person_id, exam_id, form_id, application_id, authorisation_id, started_at,
       minutes_allowed, deadline_at, accommodations, identity_text_id, nondisclosure_text_id, created_at)
     select $1, $2, $3, exam_id, id, $1, $1, now(), 180, now() + interval '3 hours', '{}', repeat('a', 64), repeat('a', 64), now()
     from exam_form where id = $4`,
    [sittingId, bodyId, personId, formId],
  );
  await owner.query(`set session_replication_role = default`);
  return { sittingId, token };
}

interface Opened {
  bytes: number;
  questions: number;
  milliseconds: number[];
}

async function opened(page: string, headers: Record<string, string>): Promise<Opened> {
  const milliseconds: number[] = [];
  let text = '';
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const answer = await fetch(page, { headers, redirect: 'manual' });
    text = await answer.text();
    if (answer.status !== 200) throw new Error(`${answer.status}: ${text.slice(0, 300)}`);
    milliseconds.push(performance.now() - began);
  }
  return { bytes: Buffer.byteLength(text), questions: text.split(' data-question="').length - 1, milliseconds };
}

function linesOf({ bytes, questions, milliseconds }: Opened): BenchLine[] {
  const name = 'exam-form';
  const kilobytes = Math.ceil(bytes / 1000);
  const { median, between } = spreadOf(milliseconds, 0);
  return [
    {
      name,
      part: 'size',
      figure: kilobytes,
      unit: 'kB',
      target: String(MOST_KILOBYTES),
      ok: questions === ITEMS && kilobytes < MOST_KILOBYTES,
    },
    {
      name,
      part: 'questions',
      figure: questions,
      unit: 'questions in one request',
      target: String(ITEMS),
      ok: questions === ITEMS,
    },
    { name, part: 'time', figure: median, spread: between, unit: 'ms', target: 'told, not judged', ok: true },
  ];
}
