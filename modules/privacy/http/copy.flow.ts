import { open, mkdir, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Transaction } from '../../../src/platform/database/transaction.js';
import { unrepeatable, type RequestContext } from '../../../src/platform/http/request-context.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { AskForCopy, CopyOwnData } from '../use-cases/copy-own-data.js';

/** Characters that are written at once. */
const CHUNK = 64 * 1024;

/** Where a copy lies while it is fetched. */
@Injectable()
export class CopyPlace {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'STORAGE_DIR'>,
    private readonly ids: Ids,
  ) {}

  /** A file that goes with its handle: nobody can open it by name. */
  async nameless(): Promise<FileHandle> {
    await mkdir(this.config.STORAGE_DIR, { recursive: true, mode: 0o700 });
    const path = join(this.config.STORAGE_DIR, `copy.${this.ids.secret(16)}`);
    const handle = await open(path, 'wx+', 0o600);
    await unlink(path);
    return handle;
  }
}

/**
 * Makes a person's copy and hands it out. It is written to a file without a name first: the database is done with it before
 * the first byte leaves, however slowly it is fetched, memory stays flat, and nothing of it is left on the disk.
 */
@Injectable()
export class CopyFlow {
  constructor(
    private readonly transaction: Transaction,
    private readonly ask: AskForCopy,
    private readonly copy: CopyOwnData,
    private readonly place: CopyPlace,
  ) {}

  /** @throws DomainError people.confirm_first */
  async make(ctx: RequestContext): Promise<Readable> {
    await this.transaction.run(unrepeatable(ctx), (tx) => this.ask.execute(tx));
    const handle = await this.place.nameless();
    try {
      await this.transaction.read(ctx, (tx) => write(handle, this.copy.execute(tx)));
      return handle.createReadStream({ start: 0 });
    } catch (error) {
      await handle.close();
      throw error;
    }
  }
}

async function write(handle: FileHandle, pieces: AsyncIterable<string>): Promise<void> {
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK) continue;
    await handle.write(waiting);
    waiting = '';
  }
  await handle.write(waiting);
}
