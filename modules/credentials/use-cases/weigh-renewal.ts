import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Eligibility, neededMinutes, Schemes } from '../../schemes/schemes.public.js';
import { countedHours, sectionsKeptApart } from '../domain/counted-hours.js';
import type { Term } from '../domain/credential-event.js';
import type { CredentialEntity } from '../persistence/credential.entity.js';

/** The hours a renewal rests on, where any scheme asks for different ones. */
@Injectable()
export class WeighRenewal {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly schemes: Schemes,
  ) {}

  /**
   * @param renewed.term the term that is renewed
   * @returns minutes by fact that no other credential may count again
   */
  async execute(
    tx: Tx,
    { personId, schemeCode }: CredentialEntity,
    { schemeVersionId, term, onDate }: { schemeVersionId: string; term: Term; onDate: Temporal.PlainDate },
  ): Promise<Record<string, number>> {
    const sections = sectionsKeptApart(await this.schemes.all(tx), schemeCode);
    if (!sections.has('continuing_education')) return {};
    const { id } = await this.schemes.forHolder(tx, schemeVersionId, onDate);
    const question = { schemeVersionId: id, personId, termStartsOn: term.startsOn, onDate };
    return countedHours(await this.eligibility.evaluateRenewal(tx, question), sections, neededMinutes);
  }
}
