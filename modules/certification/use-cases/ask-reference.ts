import { Injectable } from '@nestjs/common';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';
import { referenceMoved, refereeAskedAlready } from '../references.errors.js';
import { OwnApplication } from './own-application.js';
import { RefereeRules } from './referee-rules.js';
import { ReferenceTrail } from './reference-trail.js';

export interface NewReference {
  applicationId: string;
  /** Which letter, by its type of document. */
  code: string;
  name: string;
  email: string;
}

/** An applicant names a referee for a letter that the scheme asks for, and takes a request back. */
@Injectable()
export class AskReference {
  constructor(
    private readonly own: OwnApplication,
    private readonly references: ReferenceRepository,
    private readonly refereeRules: RefereeRules,
    private readonly trail: ReferenceTrail,
  ) {}

  /** @throws DomainError certification.letter_not_asked, .referee_oneself, .referee_asked, .application_closed */
  async execute(tx: Tx, { applicationId, code, name, email }: NewReference): Promise<{ requestId: string }> {
    const application = await this.own.lockOpen(tx, applicationId);
    const { bodyId, personId } = application;
    await this.refereeRules.check(tx, application, { code, email });
    const id = this.trail.nextId();
    const request = { id, applicationId, bodyId, personId, code, refereeName: name.trim(), refereeEmail: email.trim() };
    if (!(await this.references.insert(tx, request))) throw refereeAskedAlready();
    await this.trail.send(tx, await this.references.get(tx, id), 'application-reference-request');
    await this.trail.record(tx, await this.references.get(tx, id), 'asked');
    return { requestId: id };
  }

  /** The link opens nothing from now on. @throws DomainError certification.reference_moved once it was answered */
  async withdraw(tx: Tx, { applicationId, requestId }: { applicationId: string; requestId: string }) {
    const application = await this.own.read(tx, applicationId);
    const request = await this.references.lockOf(tx, application.id, requestId);
    if (!request) throw notFound('this request');
    if (request.state !== 'asked') throw referenceMoved();
    await this.references.endLinks(tx, requestId, 'withdrawn');
    await this.references.update(tx, requestId, { state: 'withdrawn', closedAt: tx.now });
    await this.trail.record(tx, request, 'withdrawn');
    return { requestId };
  }
}
