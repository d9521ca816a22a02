import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { isAllowed, type BodySettingCode } from '../domain/body-settings.js';
import { settingOutOfRange } from '../organizations.errors.js';
import { BodyRulesRepository } from '../persistence/body-rules.repository.js';

/** A body's administrator changes one of its settings, with the reason that stays beside it. */
@Injectable()
export class ChangeSetting {
  constructor(
    private readonly rules: BodyRulesRepository,
    private readonly audit: Audit,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `not_found` for a body of others; `organizations.setting_out_of_range` */
  async execute(
    tx: Tx,
    input: { bodyId: string; code: BodySettingCode; value: number; reason: string },
  ): Promise<{ settingId: string }> {
    const { bodyId, code, value, reason } = input;
    if (!organizationsOf(tx.actor, 'administrator').includes(bodyId)) throw notFound('this organization');
    if (!isAllowed(code, value)) throw settingOutOfRange(code);
    const id = this.ids.next();
    const setBy = personIdOf(tx.actor);
    await this.rules.change(tx, { id, bodyId, code, value, reason: reason.trim(), setBy, recordedAt: tx.now });
    await this.audit.record(tx, {
      action: 'organizations.setting.changed',
      subject: { kind: 'body-setting', id },
      bodyId,
      details: { code, value },
    });
    return { settingId: id };
  }
}
