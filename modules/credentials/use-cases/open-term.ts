import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { Term } from '../domain/credential-event.js';
import type { CredentialEntity, CredentialEventEntity } from '../persistence/credential.entity.js';
import { IntendDocument } from './intend-document.js';
import { WordDocument } from './word-document.js';
import { WriteLine } from './write-line.js';

interface NewTerm {
  kind: 'issued' | 'renewed';
  term: Term;
  stage: string;
  decidedOn: Temporal.PlainDate;
  decidedBy: string;
  reason: string;
}

/** Opens a term, by grant or renewal: the register's line, and the certificate that will state it under the name of today. */
@Injectable()
export class OpenTerm {
  constructor(
    private readonly people: People,
    private readonly writeLine: WriteLine,
    private readonly word: WordDocument,
    private readonly intend: IntendDocument,
  ) {}

  async execute(tx: Tx, credential: CredentialEntity, opened: NewTerm): Promise<CredentialEventEntity> {
    const { kind, term, stage, decidedOn, decidedBy, reason } = opened;
    const person = await this.people.get(tx, credential.personId);
    const holder = { name: person.legalName, language: person.nameLanguage };
    const line = await this.writeLine.execute(tx, credential, {
      kind,
      term,
      stage,
      effectiveOn: decidedOn,
      publicFrom: decidedOn,
      reason,
      decidedBy,
      holder,
    });
    const payload = await this.word.execute(tx, credential, { term, stage, decidedOn, decidedBy, holder });
    await this.intend.execute(tx, credential, { eventId: line.id, edition: 1, payload });
    return line;
  }
}
