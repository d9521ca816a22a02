import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { SignOffContent } from '../domain/sign-off-content.js';
import { tokenHash } from '../domain/sign-off-secrets.js';
import { linkEnded } from '../practice.errors.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';
import { SignOffReading } from './sign-off-reading.js';

export interface OpenedLink {
  signOffId: string;
  linkId: string;
}

export interface SignOffPage extends OpenedLink {
  content: SignOffContent;
  hash: string;
}

/** What the holder of a mailed link may see. Changes nothing: mail scanners open links too, several times. */
@Injectable()
export class OpenSignOff {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly reading: SignOffReading,
  ) {}

  /** @throws DomainError practice.link_… that says why the link opens nothing */
  async link(tx: Tx, token: string): Promise<OpenedLink> {
    const link = await this.signOffs.linkByToken(tx, tokenHash(token));
    if (!link) throw linkEnded('unknown');
    if (link.endedBy) throw linkEnded(link.endedBy);
    if (Temporal.Instant.compare(tx.now, link.expiresAt) >= 0) throw linkEnded('expired');
    return { signOffId: link.signOffId, linkId: link.id };
  }

  /** @throws DomainError as {@link link}; also when the token is that of another request */
  async page(tx: Tx, { token, signOffId }: { token: string; signOffId: string }): Promise<SignOffPage> {
    const opened = await this.link(tx, token);
    if (opened.signOffId !== signOffId) throw linkEnded('unknown');
    const { content, hash } = await this.reading.contentOf(tx, await this.signOffs.get(tx, signOffId));
    return { ...opened, content, hash };
  }
}
