import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { extensionAnswered } from '../credentials.errors.js';
import { CredentialRepository } from '../persistence/credential.repository.js';
import type { ExtensionRequestEntity } from '../persistence/extension-request.entity.js';
import { ExtensionRequestRepository } from '../persistence/extension-request.repository.js';
import { FindNextExtension } from './find-next-extension.js';

const SHOWN = 100;

/** A request for more time that waits for an answer. */
export interface WaitingExtension {
  id: string;
  number: string;
  title: string;
  holder: string;
  stage: string;
  /** Why the holder asks. */
  note: string;
  extensionNumber: number;
  /** Beyond what the scheme gives on request. */
  discretionary: boolean;
  /** Last valid day now. */
  expiresOn: Temporal.PlainDate;
  /** Last valid day if it is granted today; null where the time that it would add is over. */
  newExpiresOn: Temporal.PlainDate | null;
  askedAt: Temporal.Instant;
  /** Nobody answers their own. */
  own: boolean;
}

/** Requests for extensions at the bodies of the acting registrar, longest waiting first. */
@Injectable()
export class ReadExtensions {
  constructor(
    private readonly requests: ExtensionRequestRepository,
    private readonly credentials: CredentialRepository,
    private readonly next: FindNextExtension,
  ) {}

  async execute(tx: Tx): Promise<WaitingExtension[]> {
    const waiting = await this.requests.waitingAt(tx, organizationsOf(tx.actor, 'registrar'), SHOWN);
    const shown: WaitingExtension[] = [];
    for (const request of waiting) shown.push(await this.view(tx, request));
    return shown;
  }

  /** One that waits. @throws DomainError not_found for another body's; credentials.extension_answered */
  async one(tx: Tx, id: string): Promise<WaitingExtension> {
    const found = await this.requests.findFor(tx, organizationsOf(tx.actor, 'registrar'), id);
    if (!found) throw notFound('this request');
    if (found.state !== 'asked') throw extensionAnswered();
    return this.view(tx, found);
  }

  private async view(tx: Tx, request: ExtensionRequestEntity): Promise<WaitingExtension> {
    const { id, credentialId, stage, note, extensionNumber, discretionary, createdAt: askedAt } = request;
    const credential = await this.credentials.get(tx, credentialId);
    const { holderName: holder, expiresOn } = await this.credentials.stateOf(tx, credentialId);
    const newExpiresOn = (await this.next.find(tx, credential))?.opened.term.expiresOn ?? null;
    const { number, title } = credential;
    const own = request.personId === personIdOf(tx.actor);
    const asked = { id, number, title, holder, stage, note, extensionNumber, discretionary, own };
    return { ...asked, expiresOn, newExpiresOn, askedAt };
  }
}
