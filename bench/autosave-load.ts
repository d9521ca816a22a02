// People who sit an exam: each saves an answer after the other. In a process of its own, and tells its parent how it went.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface SavingOptions {
  port: number;
  /** A file of JSON: the people of this run. */
  people: string;
  seconds: number;
  /** Answers a second that are offered, whoever is ready; null for as many as are taken. */
  offered: number | null;
}

export interface SavingResult {
  perSecond: number;
  /** Milliseconds from when an answer was due until its receipt. */
  p99: number;
}

interface Person {
  token: string;
  sittingId: string;
  versionIds: string[];
  /** How many answers they gave so far. */
  given: number;
}

const AT_ONCE = 32;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const known = new Map<string, Person[]>();

process.on('message', (options: SavingOptions) => {
  void run(options).then((result) => process.send?.(result));
});

async function run({ port, people: file, seconds, offered }: SavingOptions): Promise<SavingResult> {
  const people = known.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Person[]);
  known.set(file, people);
  const took: number[] = [];
  const began = performance.now();
  const ends = began + seconds * 1000;
  const save = async (person: Person, due: number) => {
    await answer(port, person);
    took.push(performance.now() - due);
  };
  if (offered === null) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, lane) => {
        for (let at = lane; performance.now() < ends; at += AT_ONCE) {
          await save(people[at % people.length] as Person, performance.now());
        }
      }),
    );
  } else {
    const open: Promise<void>[] = [];
    for (let at = 0; at < seconds * offered; at++) {
      const due = began + (at * 1000) / offered;
      const early = due - performance.now();
      if (early > 0) await wait(early);
      open.push(save(people[at % people.length] as Person, due));
    }
    await Promise.all(open);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return {
    perSecond: took.length / ((performance.now() - began) / 1000),
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
  };
}

/** One answer and its receipt. @throws Error for anything but a receipt */
function answer(port: number, person: Person): Promise<void> {
  const { token, sittingId, versionIds } = person;
  const at = person.given++;
  const version = versionIds[at % versionIds.length] ?? '';
  const body = JSON.stringify({ revision: Math.floor(at / versionIds.length) + 1, chosen: ['a'] });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const path = `/api/v1/sittings/${sittingId}/answers/${version}`;
  return new Promise((done, fail) => {
    const sent = request({ agent, port, host: '127.0.0.1', method: 'PUT', path, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString('utf8')));
      response.on('end', () => {
        if (response.statusCode === 200 && text.includes('savedAt')) done();
        else fail(new Error(`${response.statusCode}: ${text}`));
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}
