import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { unacceptable } from '../../../src/platform/http/validation.js';
import { Schemes, type SchemeVersion } from '../../schemes/schemes.public.js';
import { AimRepository, type Aim } from '../persistence/aim.repository.js';

/** A person says which certification they work toward, or that it is none for now. It changes what their home tells first, and nothing else. */
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
    await this.note(tx, 'chosen', { bodyId, schemeCode });
    return version;
  }

  /** Takes the choice away: the home goes by what the person applied for or holds. Without one, nothing happens. */
  async takeBack(tx: Tx): Promise<void> {
    const aim = await this.aims.forget(tx, personIdOf(tx.actor));
    if (aim) await this.note(tx, 'taken-back', aim);
  }

  /** What the acting person chose; null before they did. */
  chosen(tx: Tx): Promise<Aim | null> {
    return this.aims.of(tx, personIdOf(tx.actor));
  }

  private async note(
    tx: Tx,
    what: 'chosen' | 'taken-back',
    { bodyId, schemeCode }: Pick<Aim, 'bodyId' | 'schemeCode'>,
  ): Promise<void> {
    const personId = personIdOf(tx.actor);
    const subject = { kind: 'aim', id: personId };
    await this.audit.record(tx, {
      action: `portal.aim.${what}`,
      subject,
      bodyId,
      personId,
      details: { scheme: schemeCode },
    });
  }

  private async found(tx: Tx, { schemeCode, bodyId }: { schemeCode: string; bodyId?: string }) {
    const inForce = (await this.schemes.inForce(tx)).filter(({ version }) => version.code === schemeCode);
    const [found, ...others] = inForce.filter(({ body }) => bodyId === undefined || body.id === bodyId);
    if (!found) throw notFound('this certification');
    if (others.length > 0) throw unacceptable([{ field: 'bodyId', message: 'Name the certifying body' }]);
    return found;
  }
}
