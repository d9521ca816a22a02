import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Open {
  path: string;
  handle: FileHandle;
  hash: Hash;
  size: number;
}

/** Puts stored files back, piece by piece; a file gets its name only when it holds what the name says. */
export class FileWriter {
  count = 0;
  private current?: Open;

  constructor(private readonly storage: string) {}

  async begin(sha256: string): Promise<void> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`The backup holds a file named ${sha256}.`);
    const path = join(this.storage, sha256.slice(0, 2), sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}.restored`, 'w', 0o600);
    this.current = { path, handle, hash: createHash('sha256'), size: 0 };
  }

  async add(piece: Buffer): Promise<void> {
    if (!this.current) throw new Error('The backup holds bytes of no file.');
    this.current.hash.update(piece);
    this.current.size += piece.length;
    await this.current.handle.write(piece);
  }

  /** @throws Error when the bytes are not those the name stands for */
  async end({ sha256, size }: { sha256: string; size: number }): Promise<void> {
    if (!this.current) throw new Error('The backup ends a file that it did not begin.');
    const { path, handle, hash, size: written } = this.current;
    this.current = undefined;
    await handle.sync();
    await handle.close();
    if (hash.digest('hex') === sha256 && written === size) {
      await rename(`${path}.restored`, path);
      this.count += 1;
      return;
    }
    await rm(`${path}.restored`, { force: true });
    throw new Error(`The stored file ${sha256} in the backup has changed.`);
  }
}
