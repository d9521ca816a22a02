import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { scopeNotOffered } from '../certification.errors.js';
import { missingPart, scopeOf, type ScopeAsked } from '../domain/application-scope.js';
import { closesOn } from '../domain/deadlines.js';
import { ApplicationRepository } from '../persistence/application.repository.js';
import { ApplicationRules } from './application-rules.js';

/** Opens a draft under the scheme version of today, or hands back the one that is open: pressing twice is one application. */
@Injectable()
export class BeginApplication {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly rules: ApplicationRules,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /**
   * @param input.bodyId needed only where several bodies run a scheme of that code
   * @throws DomainError certification.scheme_not_offered where nothing of that code can be applied for
   * @throws DomainError certification.scope_not_offered for a stage, way or endorsement that the scheme does not have
   */
  async execute(
    tx: Tx,
    { schemeCode, bodyId, ...asked }: ScopeAsked & { schemeCode: string; bodyId?: string },
  ): Promise<{ applicationId: string }> {
    const personId = personIdOf(tx.actor);
    const { version, today } = await this.rules.offered(tx, schemeCode, bodyId);
    const scope = scopeOf(version.definition, asked);
    const missing = missingPart(version.definition, scope);
    if (missing) throw scopeNotOffered(missing);
    const open = await this.applications.findOpen(tx, personId, version);
    if (open) return { applicationId: open.id };
    const id = this.ids.next();
    const begun = await this.applications.begin(tx, {
      id,
      bodyId: version.bodyId,
      personId,
      schemeCode,
      schemeVersionId: version.id,
      ...scope,
      begunOn: today,
      closesOn: closesOn(today, version.definition.application.valid_for ?? null),
    });
    if (!begun) return { applicationId: await this.begunBeside(tx, personId, version) };
    await this.audit.record(tx, {
      action: 'certification.application.begin',
      subject: { kind: 'application', id },
      bodyId: version.bodyId,
      personId,
      details: { scheme: schemeCode, version: version.id, stage: scope.stage, route: scope.route },
    });
    return { applicationId: id };
  }

  /** Another request opened a draft between our look and our insert; the database kept ours out. */
  private async begunBeside(tx: Tx, personId: string, scheme: { bodyId: string; code: string }): Promise<string> {
    const open = await this.applications.findOpen(tx, personId, scheme);
    if (!open) throw new Error('An application was opened and closed again while this one was being opened');
    return open.id;
  }
}
