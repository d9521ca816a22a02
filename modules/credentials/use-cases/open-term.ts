import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People } from '../../people/people.public.js';
import type { CountedTerm } from '../domain/term.js';
import type { CredentialEntity, CredentialEventEntity } from '../persistence/credential.entity.js';
import { IntendDocument } from './intend-document.js';
import { WordDocument } from './word-document.js';
import { WriteLine } from './write-line.js';

interface NewTerm extends CountedTerm {
  kind: 'issued' | 'renewed' | 'advanced' | 'extended';
  stage: string;
  decidedOn: Temporal.PlainDate;
  decidedBy: string;
  reason: string;
  explanation?: string | null;
  /** The rules the term was granted under. */
  schemeVersionId: string;
  /** The decision on an application that a new stage rests on. */
  grant?: { applicationId: string; decisionId: string };
  endorsements?: readonly string[] | null;
  /** How often the stage was extended, with this time. */
  extensionNumber?: number;
  /** Minutes by fact that no other credential may count again. */
  counted?: Record<string, number>;
}

/**
 * Opens a term, by grant, renewal, new stage or extension: the register's line, and the certificate that will state it
 * under the name of today.
 */
@Injectable()
export class OpenTerm {
  constructor(
    private readonly people: People,
    private readonly writeLine: WriteLine,
    private readonly word: WordDocument,
    private readonly intend: IntendDocument,
  ) {}

  async execute(tx: Tx, credential: CredentialEntity, opened: NewTerm): Promise<CredentialEventEntity> {
    const { kind, term, stage, decidedOn, decidedBy, schemeVersionId } = opened;
    const person = await this.people.get(tx, credential.personId);
    const holder = { name: person.legalName, language: person.nameLanguage };
    const setsRules = kind === 'issued' || kind === 'advanced';
    const line = await this.writeLine.execute(tx, credential, {
      ...opened,
      schemeVersionId: setsRules ? schemeVersionId : null,
      termUnder: schemeVersionId,
      effectiveOn: decidedOn,
      publicFrom: decidedOn,
      holder,
    });
    const occasion = { term, stage, decidedOn, decidedBy, holder, schemeVersionId };
    const payload = await this.word.execute(tx, credential, occasion);
    await this.intend.execute(tx, credential, { eventId: line.id, edition: 1, payload, schemeVersionId });
    return line;
  }
}
