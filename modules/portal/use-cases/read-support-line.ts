import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Applications } from '../../certification/certification.public.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { SupportLines, type LinesOfBodies, type SupportLine } from '../../organizations/support-lines.public.js';

/** Which body's support line stands on the pages of the one who reads them. */
@Injectable()
export class ReadSupportLine {
  constructor(
    readonly lines: SupportLines,
    private readonly applications: Applications,
    private readonly evidence: Evidence,
  ) {}

  /**
   * The line of the body they work for; else of the one they applied to or sent something to most lately; where there is only
   * one body, its line for everybody.
   * @returns null where no body is theirs, or it named no line: the line of the whole place holds
   */
  async execute(tx: Tx): Promise<SupportLine | null> {
    const lines = await this.lines.all(tx);
    const nothingToChoose = lines.size <= 1 || [...lines.values()].every((line) => line === null);
    const bodyId = nothingToChoose ? null : await this.bodyOf(tx, tx.actor);
    return bodyId ? (lines.get(bodyId) ?? null) : lineForAll(lines);
  }

  private async bodyOf(tx: Tx, actor: Actor): Promise<string | null> {
    if (actor.kind !== 'person') return null;
    const { personId, memberships } = actor;
    const work = memberships.find(({ organizationKind }) => organizationKind === 'certifying-body');
    if (work) return work.organizationId;
    const [newest] = await this.applications.readFor(tx, personId);
    return newest?.bodyId ?? this.evidence.latestBodyOf(tx, personId);
  }
}

/** The line of a place with one body, whoever reads; null where there are several. */
export function lineForAll(lines: LinesOfBodies): SupportLine | null {
  return lines.size === 1 ? ([...lines.values()][0] ?? null) : null;
}
