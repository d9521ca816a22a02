import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import { lettersOf } from '../domain/reference-letters.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { letterNotAsked, refereeIsOneself } from '../references.errors.js';
import { ApplicationRules } from './application-rules.js';

/** Which letters an application asks others for, and who may be asked. */
@Injectable()
export class RefereeRules {
  constructor(
    private readonly rules: ApplicationRules,
    private readonly people: People,
  ) {}

  async letters(tx: Tx, application: ApplicationEntity): Promise<string[]> {
    return lettersOf((await this.rules.of(tx, application)).version.definition);
  }

  /** @throws DomainError certification.letter_not_asked, certification.referee_oneself */
  async check(tx: Tx, application: ApplicationEntity, { code, email }: { code: string; email: string }): Promise<void> {
    if (!(await this.letters(tx, application)).includes(code)) throw letterNotAsked();
    if ((await this.people.findByEmail(tx, email))?.id === application.personId) throw refereeIsOneself();
  }
}
