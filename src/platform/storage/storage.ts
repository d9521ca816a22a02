import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Ids } from '../ids/ids.js';

export interface StoredFile {
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Files named by what is in them: storing the same bytes twice is one file, and a changed file is noticed on reading. */
@Injectable()
export class Storage {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly ids: Ids,
  ) {}

  /** Returns once the bytes are safely on disk (temporary file, fsync, rename, fsync of the folder). */
  async put(bytes: Buffer): Promise<StoredFile> {
    const sha256 = digest(bytes);
    const path = this.pathOf(sha256);
    const stored = { sha256, size: bytes.length };
    if (await exists(path)) return stored;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${this.ids.secret(8)}`;
    try {
      await writeDurably(temporary, bytes);
      await rename(temporary, path);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
    return stored;
  }

  /** @throws Error when the file is missing, or no longer holds what was stored */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256));
    if (digest(bytes) !== sha256) throw new Error(`The stored file ${sha256} has changed on disk`);
    return bytes;
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a sha256 in hex');
    return join(this.config.STORAGE_DIR, sha256.slice(0, 2), sha256);
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
