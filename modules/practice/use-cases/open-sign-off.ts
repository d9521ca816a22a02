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
  /** The request was answered by this link: there is a receipt to see, and nothing to do. */
  answered: boolean;
}

export type SignOffPage =
  | { state: 'open'; linkId: string; content: SignOffContent; hash: string }
  | { state: 'signed' | 'returned' | 'declined'; closedAt: Temporal.Instant; trainee: string };

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
    const opened = { signOffId: link.signOffId, linkId: link.id };
    if (link.endedBy === 'answered') return { ...opened, answered: true };
    if (link.endedBy) throw linkEnded(link.endedBy);
    if (Temporal.Instant.compare(tx.now, link.expiresAt) >= 0) throw linkEnded('expired');
    return { ...opened, answered: false };
  }

  /** @throws DomainError as {@link link}; also when the token is that of another request */
  async page(tx: Tx, { token, signOffId }: { token: string; signOffId: string }): Promise<SignOffPage> {
    const link = await this.link(tx, token);
    if (link.signOffId !== signOffId) throw linkEnded('unknown');
    const request = await this.signOffs.get(tx, signOffId);
    const { content, hash } = await this.reading.contentOf(tx, request);
    if (request.state === 'open') return { state: 'open', linkId: link.linkId, content, hash };
    if (request.state === 'revoked' || !request.closedAt) throw linkEnded('revoked');
    return { state: request.state, closedAt: request.closedAt, trainee: content.person.name };
  }
}
