import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { isClosed } from '../domain/application-state.js';
import { letterWords } from '../domain/reference-letters.js';
import { linkExpiry } from '../domain/reference-link.js';
import type { ReferenceState } from '../domain/reference-state.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ReferenceRepository } from '../persistence/reference.repository.js';
import { ApplicationRules } from './application-rules.js';
import { RefereeRules } from './referee-rules.js';

export interface Reference {
  id: string;
  code: string;
  title: string;
  referee: { name: string; email: string };
  state: ReferenceState;
  askedAt: Temporal.Instant;
  /** The moment from which the link opens nothing any more. */
  linkEndsAt: Temporal.Instant;
  receivedAt: Temporal.Instant | null;
}

export interface References {
  applicationId: string;
  /** The body's, in which its dates are told. */
  timeZone: string;
  /** Letters that the scheme asks others for. */
  letters: { code: string; title: string }[];
  references: Reference[];
  closed: boolean;
}

/** An application's letters and requests, as rows tell them. */
@Injectable()
export class ReferenceShelf {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly referees: RefereeRules,
    private readonly rules: ApplicationRules,
  ) {}

  async of(tx: Tx, application: ApplicationEntity): Promise<References> {
    const letters = await this.referees.letters(tx, application);
    const requests = await this.references.ofApplication(tx, application.id);
    const { body } = await this.rules.of(tx, application);
    return {
      applicationId: application.id,
      timeZone: body.timeZone,
      closed: isClosed(application.state),
      letters: letters.map((code) => ({ code, title: letterWords(code) })),
      references: requests.map(({ id, code, refereeName, refereeEmail, state, askedAt, receivedAt }) => ({
        id,
        code,
        title: letterWords(code),
        referee: { name: refereeName, email: refereeEmail },
        state,
        askedAt,
        linkEndsAt: linkExpiry(askedAt),
        receivedAt,
      })),
    };
  }
}
