import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../../src/config/project-root.js';
import { pictureEnd, readPicture } from '../domain/picture.js';
import type { Shrunk } from './shrink-photo.js';

const HERE = path.relative(projectRoot, path.dirname(fileURLToPath(import.meta.url)));
/** Compiled; tests run from source, so it is found from the root. */
const ENTRY = path.join(projectRoot, 'dist', HERE.replace(/^dist[\\/]/u, ''), 'photo-child.js');

/** A photo of fifty million pixels takes about three seconds. */
const LIMIT_MS = 30_000;
/** A file above this is not looked at where pages are served: unpacking it would keep others waiting. */
const LOOKED_AT = 500_000;
const STOPPED = 'this picture took too long to make small: choose a smaller one';

/**
 * What a lesson needs of a picture that somebody chose. Drawings, and pictures that a lesson can show, stay as they are; a photo (JPEG,
 * PNG, WebP) of a size that it cannot show is made small, in a process of its own and one at a time.
 * @param limitMs how long that may take; its process is ended when it passes
 * @returns bytes for {@link readPicture}, or a reason in words why there are none
 */
export async function fitPicture(bytes: Buffer, limitMs = LIMIT_MS): Promise<Buffer | string> {
  if (pictureEnd(bytes) === 'svg' && !isWebp(bytes)) return bytes;
  const fits = bytes.length <= LOOKED_AT && typeof readPicture(`a.${pictureEnd(bytes)}`, bytes) !== 'string';
  if (fits) return bytes;
  const shrunk = await oneByOne(() => shrinkElsewhere(bytes, limitMs));
  return 'bytes' in shrunk ? Buffer.from(shrunk.bytes) : shrunk.reason;
}

function isWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}

let last: Promise<unknown> = Promise.resolve();

/** Each begins when the one before has ended, however it did: a photo takes up to some hundred megabytes while it is read. */
function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}

function shrinkElsewhere(photo: Buffer, limitMs: number): Promise<Shrunk> {
  return new Promise((resolve) => {
    // An own, small environment: it has no business with addresses, passwords and keys.
    const child = fork(ENTRY, [], {
      execArgv: ['--max-old-space-size=96'],
      env: { PATH: process.env['PATH'], TZ: 'UTC' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const settle = (shrunk: Shrunk) => {
      clearTimeout(timer);
      resolve(shrunk);
    };
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('message', settle);
    child.once('error', () => settle({ reason: STOPPED }));
    child.once('exit', () => settle({ reason: STOPPED }));
    child.send(photo, () => undefined);
  });
}
