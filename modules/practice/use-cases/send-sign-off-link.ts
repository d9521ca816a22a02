import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';
import { LINK_DAYS, tokenHash } from '../domain/sign-off-secrets.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';

/** Mails the supervisor a new link. Links sent before open nothing from now on. */
@Injectable()
export class SendSignOffLink {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly letters: Letters,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(tx: Tx, request: PracticeSignOffEntity, words: { traineeName: string; hours: string }): Promise<void> {
    const id = this.ids.next();
    const token = this.ids.secret(32);
    const expiresAt = tx.now.add({ hours: 24 * LINK_DAYS });
    await this.signOffs.endLinks(tx, request.id, 'newer_link');
    await this.signOffs.insertLink(tx, { id, signOffId: request.id, tokenHash: tokenHash(token), expiresAt });
    await this.letters.send(tx, {
      kind: 'supervisor-sign-off',
      identity: `practice.sign-off-link:${id}`,
      to: { email: request.supervisorEmail, name: request.supervisorName },
      data: { trainee: words.traineeName, hours: words.hours, until: expiresAt.toString().slice(0, 10) },
      secrets: { link: `${this.config.PUBLIC_URL}/sign-off-links/${token}` },
    });
  }
}
