import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import { DomainError } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { extensionLimits, Schemes, stageOf, termEnd } from '../../schemes/schemes.public.js';
import { extensionTooLate, noExtension } from '../credentials.errors.js';
import { moveTo } from '../domain/credential-event.js';
import { reckoningOf } from '../domain/register-state.js';
import { extendedTerm, type CountedTerm } from '../domain/term.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';

export interface NextExtension {
  stage: string;
  /** The how-manieth of the stage. */
  number: number;
  /** Beyond what the scheme gives on request. */
  isDiscretionary: boolean;
  opened: CountedTerm;
  schemeVersionId: string;
  today: Temporal.PlainDate;
}

/** What an extension of a credential would give today, by the rules of its stage. */
@Injectable()
export class FindNextExtension {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly schemes: Schemes,
    private readonly organizations: Organizations,
  ) {}

  /** @throws DomainError credentials.no_extension, credentials.extension_too_late */
  async execute(tx: Tx, { id, bodyId }: CredentialEntity): Promise<NextExtension> {
    const { status } = await this.credentials.stateOf(tx, id);
    const last = reckoningOf((await this.credentials.linesOf(tx, id)).map(eventOf));
    const { definition } = await this.schemes.version(tx, last.schemeVersionId);
    const rules = stageOf(definition, last.stage);
    const { onRequest, discretionary } = extensionLimits(rules);
    const number = last.extensions + 1;
    if (!moveTo(status, 'extended') || !rules.extension || number > onRequest + discretionary) throw noExtension();
    const today = dateIn((await this.organizations.get(tx, bodyId)).timeZone, tx.now);
    const place = { stage: rules.code, anchorOn: last.anchor.on, n: last.anchor.n };
    const expiresOn = termEnd(definition, { ...place, extensions: last.extensionsOfTerm + 1 });
    const opened = extendedTerm(last, today, expiresOn);
    if (!opened) throw extensionTooLate();
    const { schemeVersionId } = last;
    return { stage: rules.code, number, isDiscretionary: number > onRequest, opened, schemeVersionId, today };
  }

  /** The same, or null where there is none. */
  async find(tx: Tx, credential: CredentialEntity): Promise<NextExtension | null> {
    try {
      return await this.execute(tx, credential);
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('credentials.')) return null;
      throw error;
    }
  }
}
