import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Competencies } from '../../competencies/competencies.public.js';

/** What exam domains are called. */
@Injectable()
export class DomainTitles {
  constructor(private readonly competencies: Competencies) {}

  /** By the codes of the domains. */
  async execute(tx: Tx): Promise<Record<string, string>> {
    return Object.fromEntries((await this.competencies.topics(tx, 'exam')).map(({ code, title }) => [code, title]));
  }
}
