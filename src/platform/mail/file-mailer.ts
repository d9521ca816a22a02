import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Mailer, type MailMessage } from './mailer.js';

export interface FiledMessage extends MailMessage {
  sentAt: string;
}

/** Without a mail server letters go to a folder: one JSON file each, named by Message-ID, so that a repeat is one file. */
export class FileMailer extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly now: () => string,
  ) {
    super();
  }

  async send(message: MailMessage): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const filed: FiledMessage = { ...message, sentAt: this.now() };
    const path = join(this.folder, `${encodeURIComponent(message.messageId)}.json`);
    await writeFile(`${path}.part`, JSON.stringify(filed, null, 2), { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  /** Newest first. */
  async list(): Promise<FiledMessage[]> {
    const names = await readdir(this.folder).catch(() => []);
    const messages = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map(async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as FiledMessage),
    );
    return messages.sort((a, b) => b.sentAt.localeCompare(a.sentAt));
  }
}
