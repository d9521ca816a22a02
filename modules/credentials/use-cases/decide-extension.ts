import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { extensionAnswered, noExtension, ownCredential } from '../credentials.errors.js';
import type { ExtensionRequestEntity } from '../persistence/extension-request.entity.js';
import { ExtensionRequestRepository } from '../persistence/extension-request.repository.js';
import { EnterExtension } from './enter-extension.js';
import { KeepExtension } from './keep-extension.js';

export interface ExtensionDecision {
  requestId: string;
  outcome: 'granted' | 'declined';
  /** To the holder; needed to decline, and to grant what is at the body's discretion. */
  answer: string | null;
}

/** A registrar answers a request for an extension; the holder is told by letter. */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly requests: ExtensionRequestRepository,
    private readonly enter: EnterExtension,
    private readonly keep: KeepExtension,
  ) {}

  /**
   * @throws DomainError not_found for another body's request; credentials.own_credential; credentials.extension_answered;
   * credentials.no_extension, credentials.extension_too_late where things changed since; input.needs_attention without the
   * words it needs
   */
  async execute(
    tx: Tx,
    { requestId, outcome, answer: typed }: ExtensionDecision,
  ): Promise<{ id: string; state: 'granted' | 'declined'; expiresOn: string | null }> {
    const decidedBy = personIdOf(tx.actor);
    const request = await this.requests.lockFor(tx, organizationsOf(tx.actor, 'registrar'), requestId);
    if (!request) throw notFound('this request');
    if (request.personId === decidedBy) throw ownCredential();
    if (request.state !== 'asked') throw extensionAnswered();
    const answer = typed?.trim() || null;
    if (!answer && (outcome === 'declined' || request.discretionary)) throw wordsNeeded(request);
    if (outcome === 'declined') {
      await this.keep.answered(tx, request, { decidedBy, answer, eventId: null });
      await this.enter.declined(tx, request, answer ?? '');
      return { id: request.id, state: outcome, expiresOn: null };
    }
    const { eventId, expiresOn, number } = await this.enter.granted(tx, request, { decidedBy, answer });
    if (number !== request.extensionNumber) throw noExtension();
    await this.keep.answered(tx, request, { decidedBy, answer, eventId });
    return { id: request.id, state: outcome, expiresOn };
  }
}

const wordsNeeded = ({ discretionary }: ExtensionRequestEntity) =>
  unacceptable([
    {
      field: 'answer',
      message: discretionary
        ? 'Write the reason: this extension is beyond what the scheme gives on request'
        : 'Write to the holder why it is not extended',
    },
  ]);
