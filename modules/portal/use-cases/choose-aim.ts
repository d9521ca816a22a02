import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Schemes, type SchemeVersion } from '../../schemes/schemes.public.js';
import { AimRepository, type Aim } from '../persistence/aim.repository.js';

/** A person says which certification they work toward. It changes what their home tells first, and nothing else. */
@Injectable()
export class ChooseAim {
  constructor(
    private readonly schemes: Schemes,
    private readonly aims: AimRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @param aim.bodyId needed only where several bodies run a scheme of that code
   * @throws DomainError not_found where no such scheme is in force; input.needs_attention where several bodies run it
   */
  async execute(tx: Tx, aim: { schemeCode: string; bodyId?: string }): Promise<SchemeVersion> {
    const personId = personIdOf(tx.actor);
    const { version } = await this.found(tx, aim);
    const { bodyId, code: schemeCode } = version;
    await this.aims.keep(tx, personId, { bodyId, schemeCode, chosenAt: tx.now });
    await this.audit.record(tx, {
      action: 'portal.aim.chosen',
      subject: { kind: 'aim', id: personId },
      bodyId,
      personId,
      details: { scheme: schemeCode },
    });
    return version;
  }

  /** What the acting person chose; null before they did. */
  chosen(tx: Tx): Promise<Aim | null> {
    return this.aims.of(tx, personIdOf(tx.actor));
  }

  private async found(tx: Tx, { schemeCode, bodyId }: { schemeCode: string; bodyId?: string }) {
    const inForce = (await this.schemes.inForce(tx)).filter(({ version }) => version.code === schemeCode);
    const [found, ...others] = inForce.filter(({ body }) => bodyId === undefined || body.id === bodyId);
    if (!found) throw notFound('this certification');
    if (others.length > 0) throw unacceptable([{ field: 'bodyId', message: 'Name the certifying body' }]);
    return found;
  }
}
