import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { letterWords } from '../domain/reference-letters.js';
import { tokenHash } from '../domain/reference-link.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';
import { referenceLinkEnded } from '../references.errors.js';
import { ReferenceParties } from './reference-parties.js';

export interface OpenedReference {
  requestId: string;
  linkId: string;
  /** The referee answered by this link: there is a thank-you to see, and nothing to do. */
  answered: boolean;
}

export interface RefereePage {
  requestId: string;
  answered: boolean;
  referee: string;
  applicant: string;
  bodyName: string;
  title: string;
}

/** What the holder of a mailed link may see. Changes nothing: mail scanners open links too, several times. */
@Injectable()
export class OpenReference {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly parties: ReferenceParties,
  ) {}

  /** @throws DomainError certification.reference_link_… that says why the link opens nothing */
  async link(tx: Tx, token: string): Promise<OpenedReference> {
    const link = await this.references.linkByToken(tx, tokenHash(token));
    if (!link) throw referenceLinkEnded('unknown');
    const opened = { requestId: link.requestId, linkId: link.id };
    if (link.endedBy === 'answered') return { ...opened, answered: true };
    if (link.endedBy) throw referenceLinkEnded(link.endedBy);
    if (Temporal.Instant.compare(tx.now, link.expiresAt) >= 0) throw referenceLinkEnded('expired');
    return { ...opened, answered: false };
  }

  /** @throws DomainError as {@link link}; also when the token is that of another request */
  async page(tx: Tx, { token, requestId }: { token: string; requestId: string }): Promise<RefereePage> {
    const { answered, requestId: found } = await this.link(tx, token);
    if (found !== requestId) throw referenceLinkEnded('unknown');
    const request = await this.references.get(tx, requestId);
    const { applicant, bodyName } = await this.parties.of(tx, request);
    return { requestId, answered, referee: request.refereeName, applicant, bodyName, title: letterWords(request.code) };
  }
}
