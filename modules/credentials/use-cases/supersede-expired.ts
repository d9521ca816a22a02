import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationGranted } from '../../certification/certification.public.js';
import { alreadyHeld } from '../credentials.errors.js';
import { reckoningOf } from '../domain/register-state.js';
import { everythingKnown, standing } from '../domain/standing.js';
import { hasLapsed } from '../domain/status.js';
import { CredentialRepository, eventOf } from '../persistence/credential.repository.js';
import { WriteLine } from './write-line.js';

/** Makes room for a new grant: an expired credential of the same scheme is replaced, one in force is not. */
@Injectable()
export class SupersedeExpired {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly writeLine: WriteLine,
  ) {}

  /**
   * @returns what the replaced credential's terms were counted from; null where there was none
   * @throws DomainError credentials.already_held
   */
  async execute(
    tx: Tx,
    { bodyId, personId, schemeCode, decidedOn, decidedBy }: ApplicationGranted,
  ): Promise<{ anchorOn: Temporal.PlainDate } | null> {
    const held = await this.credentials.findHeld(tx, { bodyId, personId, schemeCode });
    if (!held) return null;
    const on = Temporal.PlainDate.from(decidedOn);
    const lines = (await this.credentials.linesOf(tx, held.credential.id)).map(eventOf);
    const found = standing(lines, on, everythingKnown(lines, tx.now));
    if (!found || !hasLapsed(found.status)) throw alreadyHeld();
    await this.writeLine.execute(tx, held.credential, {
      kind: 'superseded',
      effectiveOn: on,
      publicFrom: on,
      reason: 'granted_anew',
      decidedBy,
    });
    return { anchorOn: reckoningOf(lines).anchor.on };
  }
}
