import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { SignOffContent, SignOffWording } from '../domain/sign-off-content.js';
import { tokenHash } from '../domain/sign-off-secrets.js';
import { linkEnded } from '../practice.errors.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';
import { SignOffReading, wordingIn } from './sign-off-reading.js';

export interface OpenedLink {
  signOffId: string;
  linkId: string;
  /** The request was answered by this link: there is a receipt to see, and nothing to do. */
  answered: boolean;
}

export type SignOffPage =
  | ({ state: 'open'; linkId: string } & SignOffWording)
  | { state: 'returned' | 'declined'; closedAt: Temporal.Instant; trainee: string }
  | { state: 'signed'; closedAt: Temporal.Instant; trainee: string; content: SignOffContent; hash: string };

interface Asked {
  token: string;
  signOffId: string;
  /** That the page is read in; what was signed is read back in the words in which it was signed. */
  language: Language;
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
    const opened = { signOffId: link.signOffId, linkId: link.id };
    if (link.endedBy === 'answered') return { ...opened, answered: true };
    if (link.endedBy) throw linkEnded(link.endedBy);
    if (Temporal.Instant.compare(tx.now, link.expiresAt) >= 0) throw linkEnded('expired');
    return { ...opened, answered: false };
  }

  /** @throws DomainError as {@link link}; also when the token is that of another request */
  async page(tx: Tx, { token, signOffId, language }: Asked): Promise<SignOffPage> {
    const link = await this.link(tx, token);
    if (link.signOffId !== signOffId) throw linkEnded('unknown');
    const request = await this.signOffs.get(tx, signOffId);
    if (request.state === 'signed') return signed(request);
    const asked = await this.reading.contentOf(tx, request);
    if (request.state === 'open') return { state: 'open', linkId: link.linkId, ...wordingIn(asked, language) };
    if (request.state === 'revoked' || !request.closedAt) throw linkEnded('revoked');
    return { state: request.state, closedAt: request.closedAt, trainee: asked.trainee.name };
  }
}

/** As it was signed, word for word. */
function signed({ id, state, closedAt, content, contentHash: hash }: PracticeSignOffEntity): SignOffPage {
  if (state !== 'signed' || !closedAt || !content || !hash) throw new Error(`sign-off ${id} is not signed`);
  return { state, closedAt, trainee: content.person.name, content, hash };
}
