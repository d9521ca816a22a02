import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';
import { linkExpiry, tokenHash } from '../domain/reference-link.js';
import { letterWords } from '../domain/reference-letters.js';
import type { ReferenceRequestEntity } from '../persistence/reference.entity.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';

export type ReferenceLetter = 'application-reference-request' | 'application-reference-reminder';

/** Mails the referee a new link. Links sent before open nothing from now on. */
@Injectable()
export class SendReferenceLink {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly letters: Letters,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  /** @param words the applicant's and the body's names */
  async execute(
    tx: Tx,
    request: ReferenceRequestEntity,
    words: { kind: ReferenceLetter; applicant: string; bodyName: string },
  ): Promise<void> {
    const { kind, applicant, bodyName } = words;
    const id = this.ids.next();
    const token = this.ids.secret(32);
    const expiresAt = linkExpiry(request.askedAt);
    await this.references.endLinks(tx, request.id, 'newer_link');
    const { bodyId, id: requestId } = request;
    await this.references.insertLink(tx, { id, bodyId, requestId, tokenHash: tokenHash(token), expiresAt });
    await this.letters.send(tx, {
      kind,
      identity: `certification.reference-link:${id}`,
      to: { email: request.refereeEmail, name: request.refereeName },
      bodyId,
      data: {
        trainee: applicant,
        bodyName,
        title: letterWords(request.code),
        until: expiresAt.toString().slice(0, 10),
      },
      secrets: { link: `${this.config.PUBLIC_URL}/reference-links/${token}` },
    });
  }
}
