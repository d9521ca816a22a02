import { Injectable } from '@nestjs/common';
import { notFound } from '../../src/kernel/domain-error.js';
import type { Tx } from '../../src/platform/database/transaction.js';
import { rules, type Part, type Rule } from './domain/separation-of-duties.js';
import { ApplicationRepository } from './persistence/application.repository.js';
import { CheckDecider } from './use-cases/check-decider.js';

/** Who may have which part in an application; for modules in which others look at its decision again. */
@Injectable()
export class Separation {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly check: CheckDecider,
  ) {}

  /**
   * The rules that keep the acting person from a part in an application, in words; empty where none does.
   * @throws DomainError not_found for an application of another body
   */
  async conflicts(
    tx: Tx,
    { applicationId, bodyId, part }: { applicationId: string; bodyId: string; part: Part },
  ): Promise<{ rule: Rule; words: string }[]> {
    const application = await this.applications.findFor(tx, [bodyId], applicationId);
    if (!application) throw notFound('this application');
    return (await this.check.execute(tx, application, part)).map(({ rule }) => ({ rule, words: rules[rule] }));
  }
}
