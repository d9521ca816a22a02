import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Competencies } from '../../competencies/competencies.public.js';
import { evidenceByCompetency, type FrameworkEvidence } from '../domain/competence.js';
import { holds, type Consent, type Scope } from '../domain/consent.js';
import { domainEvidence, type DomainEvidence } from '../domain/domain-evidence.js';
import { ConsentRepository } from '../persistence/consent.repository.js';
import type { Employer } from './employer-of.js';
import { GatherEvidence } from './gather-evidence.js';

export type Channel = 'page' | 'api' | 'csv';

export interface SharedRecord {
  scopes: Scope[];
  /** ISO date of the last day; open when null. */
  until: string | null;
  /** Competencies of the frameworks, each with the evidence behind it. */
  frameworks: FrameworkEvidence[];
  /** The same evidence summed by training domain. */
  domains: DomainEvidence[];
}

/**
 * What people share with an employer. The consent is looked at in the transaction of the read, so that a withdrawal works on
 * the next request; and whoever reads is written down in it, so that nobody looks unseen.
 */
@Injectable()
export class ReadShared {
  constructor(
    private readonly consents: ConsentRepository,
    private readonly gather: GatherEvidence,
    private readonly competencies: Competencies,
    private readonly ids: Ids,
  ) {}

  /** Whose consent holds today; reads nothing of what they share. */
  async sharing(tx: Tx, employer: Employer, personIds: readonly string[]): Promise<Map<string, Consent>> {
    const standing = await this.consents.standingFor(tx, employer.organization.id, personIds);
    return new Map(standing.filter((one) => holds(one, employer.today)).map((one) => [one.personId, one]));
  }

  /** The shared records of those whose consent holds, by person. Each read is noted for its owner. */
  async execute(
    tx: Tx,
    employer: Employer,
    { personIds, channel }: { personIds: readonly string[]; channel: Channel },
  ): Promise<Map<string, SharedRecord>> {
    const sharing = await this.sharing(tx, employer, personIds);
    const domains = await this.competencies.topics(tx, 'training');
    const frameworks = await this.competencies.outline(tx, 'training');
    const pieces = await this.gather.execute(tx, [...sharing.keys()], employer.organization.timeZone);
    const records = new Map(
      [...sharing].map(([personId, { scopes, untilOn }]) => {
        const own = pieces.get(personId) ?? [];
        const record: SharedRecord = {
          scopes: [...scopes],
          until: untilOn?.toString() ?? null,
          frameworks: evidenceByCompetency(own, frameworks, scopes),
          domains: domainEvidence(own, domains, scopes),
        };
        return [personId, record] as const;
      }),
    );
    await this.note(tx, [...sharing.values()], channel);
    return records;
  }

  private async note(tx: Tx, consents: readonly Consent[], channel: Channel): Promise<void> {
    const readBy = personIdOf(tx.actor);
    const accesses = consents.map(({ id: consentId, personId, organizationId, scopes }) => {
      const who = { personId, organizationId, consentId, readBy };
      return { id: this.ids.next(), ...who, scopes: [...scopes], channel, readAt: tx.now };
    });
    await this.consents.noteAccess(tx, accesses);
  }
}
