import { Injectable } from '@nestjs/common';
import { isLanguage, type Language } from '../../../src/kernel/languages.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { needsAttention } from '../people.errors.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { actingPerson } from './require-confirmed.js';

/** The person chooses the language that pages and letters to them are in from now on. */
@Injectable()
export class ChooseLetterLanguage {
  constructor(
    private readonly persons: PersonRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `people.needs_attention` for a language that nothing is offered in */
  async execute(tx: Tx, language: string): Promise<Language> {
    if (!isLanguage(language))
      throw needsAttention([{ field: 'language', message: 'Choose one of the languages in the list.' }]);
    const { personId } = actingPerson(tx);
    if ((await this.persons.find(tx, personId))?.letterLanguage === language) return language;
    await this.persons.writeIn(tx, personId, language);
    await this.audit.record(tx, {
      action: 'people.person.letter_language_chosen',
      subject: { kind: 'person', id: personId },
      personId,
      details: { language },
    });
    return language;
  }
}
