import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { linkEnded } from '../practice.errors.js';
import type { PracticeSignOffEntity } from '../persistence/practice-sign-off.entity.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';
import { SignOffReading, type OpenContent } from './sign-off-reading.js';

/** Holds a request and its entries for an answer: two answers, or an answer and an edit, come one after the other. */
@Injectable()
export class HoldRequest {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly reading: SignOffReading,
  ) {}

  /** @throws DomainError practice.link_answered, practice.link_revoked */
  async open(tx: Tx, signOffId: string): Promise<OpenContent & { request: PracticeSignOffEntity }> {
    const request = await this.signOffs.lock(tx, signOffId);
    if (request.state === 'revoked') throw linkEnded('revoked');
    if (request.state !== 'open') throw linkEnded('answered');
    return { request, ...(await this.reading.heldContentOf(tx, request)) };
  }
}
