import { Injectable } from '@nestjs/common';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationSummary } from '../../certification/certification.public.js';
import type { CredentialSummary } from '../../credentials/credentials.public.js';
import { Organizations } from '../../organizations/organizations.public.js';
import {
  Eligibility,
  Schemes,
  stageAfter,
  stageOf,
  type CurrentScheme,
  type EligibilityTree,
  type SchemeVersion,
} from '../../schemes/schemes.public.js';

/** How far somebody is on the way to a credential, or to its next stage. */
export interface Way {
  version: SchemeVersion;
  bodyName: string;
  tree: EligibilityTree;
  /** The stage it leads to, of a scheme that has several. */
  stage: string | null;
}

/** Reads how far somebody is. */
@Injectable()
export class SchemeProgress {
  constructor(
    private readonly schemes: Schemes,
    private readonly eligibility: Eligibility,
    private readonly organizations: Organizations,
  ) {}

  /** Toward what an application asks for, by the version it was begun under. */
  async ofApplication(tx: Tx, { personId, schemeVersionId, stage }: ApplicationSummary): Promise<Way> {
    return this.toward(tx, personId, await this.schemes.version(tx, schemeVersionId), stage ?? undefined);
  }

  /** From a stage that is held to the next one, by the rules of today; null after the last. */
  async onwardFrom(tx: Tx, { personId, bodyId, schemeCode, place }: CredentialSummary): Promise<Way | null> {
    const { timeZone } = await this.organizations.get(tx, bodyId);
    const version = await this.schemes.current(tx, schemeCode, dateIn(timeZone, tx.now), bodyId);
    const next = stageAfter(version.definition, stageOf(version.definition, place.stage).code);
    return next && this.toward(tx, personId, version, next.code);
  }

  /** What can be worked toward today. */
  inForce(tx: Tx): Promise<CurrentScheme[]> {
    return this.schemes.inForce(tx);
  }

  /** From the beginning, by a version of the rules. */
  async toward(tx: Tx, personId: string, version: SchemeVersion, stage?: string): Promise<Way> {
    const { timeZone, name } = await this.organizations.get(tx, version.bodyId);
    const onDate = dateIn(timeZone, tx.now);
    const tree = await this.eligibility.evaluate(tx, { schemeVersionId: version.id, personId, onDate, stage });
    const several = version.definition.credential.stages.length > 1;
    const asked = several ? (stage ?? version.definition.credential.stages[0].code) : null;
    return { version, bodyName: name, tree, stage: asked };
  }

  async bodyName(tx: Tx, bodyId: string): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).name;
  }
}
