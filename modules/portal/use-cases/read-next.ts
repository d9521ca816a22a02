import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { ApplicationSummary } from '../../certification/certification.public.js';
import { hasEnded, type CredentialSummary } from '../../credentials/credentials.public.js';
import { Evidence } from '../../evidence/evidence.public.js';
import { OwnRenewals, type OwnRenewal } from '../../renewals/renewals.public.js';
import type { CurrentScheme } from '../../schemes/schemes.public.js';
import { AimRepository } from '../persistence/aim.repository.js';
import { SchemeProgress, type Way } from './scheme-progress.js';

/** What comes next for somebody, always by the rules of one certification of one body; or which there are to choose from. */
export type Next =
  | {
      kind: 'way';
      way: Way;
      /** The open application that the way is of. */
      application: ApplicationSummary | null;
    }
  | { kind: 'renewal'; bodyName: string; renewal: OwnRenewal }
  | { kind: 'suspended'; bodyName: string; credential: CredentialSummary }
  | { kind: 'choice'; schemes: CurrentScheme[] };

/** What a person applies for and holds. */
export interface Certifying {
  applications: readonly ApplicationSummary[];
  credentials: readonly CredentialSummary[];
}

interface Certification {
  bodyId: string;
  schemeCode: string;
}

/**
 * Finds what comes next: toward what the person chose; else toward what they applied for; else on with what they hold; else toward
 * the only certification that they can mean. Never a guess among several.
 */
@Injectable()
export class ReadNext {
  constructor(
    private readonly progress: SchemeProgress,
    private readonly aims: AimRepository,
    private readonly renewals: OwnRenewals,
    private readonly evidence: Evidence,
  ) {}

  /** @returns with it, whether it is what the person chose */
  async execute(tx: Tx, personId: string, certifying: Certifying): Promise<Next & { isChosen: boolean }> {
    const aim = await this.aims.of(tx, personId);
    const chosen = aim && (await this.toward(tx, personId, aim, certifying));
    if (chosen) return { ...chosen, isChosen: true };
    const next =
      (await this.ofApplication(tx, certifying.applications)) ??
      (await this.ofHeld(tx, personId, certifying.credentials)) ??
      (await this.ofTheOnlyOne(tx, personId, certifying.applications));
    return { ...next, isChosen: false };
  }

  /** Null where the certification is no longer in force and the person neither applies for it nor holds it. */
  private async toward(tx: Tx, personId: string, aim: Certification, certifying: Certifying): Promise<Next | null> {
    const ofAim = (one: Certification) => one.bodyId === aim.bodyId && one.schemeCode === aim.schemeCode;
    return (
      (await this.ofApplication(tx, certifying.applications.filter(ofAim))) ??
      (await this.ofHeld(tx, personId, certifying.credentials.filter(ofAim))) ??
      this.fromBeginning(tx, personId, aim)
    );
  }

  private async ofApplication(tx: Tx, applications: readonly ApplicationSummary[]): Promise<Next | null> {
    const application = applications.find(({ closed }) => !closed);
    return application ? { kind: 'way', way: await this.progress.ofApplication(tx, application), application } : null;
  }

  /** On to the next stage of what is in force; else what is paused or over, of which something can be done; else the next renewal. */
  private async ofHeld(tx: Tx, personId: string, credentials: readonly CredentialSummary[]): Promise<Next | null> {
    const held = credentials.filter(({ standing }) => !hasEnded(standing.status));
    const active = held.filter(({ standing }) => standing.status === 'active');
    for (const credential of active) {
      const way = await this.progress.onwardFrom(tx, credential);
      if (way) return { kind: 'way', way, application: null };
    }
    const credential = held.find(({ standing }) => standing.status !== 'active') ?? active[0];
    if (!credential) return null;
    const bodyName = await this.progress.bodyName(tx, credential.bodyId);
    if (credential.standing.status === 'suspended') return { kind: 'suspended', bodyName, credential };
    const renewal = await this.renewals.of(tx, credential);
    const { state } = renewal.window;
    if (state === 'over' || state === 'next_stage') return this.fromBeginning(tx, personId, credential);
    return state === 'ended' ? null : { kind: 'renewal', bodyName, renewal };
  }

  private async fromBeginning(tx: Tx, personId: string, of: Certification): Promise<Next | null> {
    const inForce = await this.progress.inForce(tx);
    const found = inForce.find(({ version }) => version.bodyId === of.bodyId && version.code === of.schemeCode);
    return found
      ? { kind: 'way', way: await this.progress.toward(tx, personId, found.version), application: null }
      : null;
  }

  /** The one of the body that the person sent something to, or applied at, most lately; or the only one there is. */
  private async ofTheOnlyOne(tx: Tx, personId: string, applications: readonly ApplicationSummary[]): Promise<Next> {
    const schemes = await this.progress.inForce(tx);
    const known = applications[0]?.bodyId ?? (await this.evidence.latestBodyOf(tx, personId));
    const ofBody = schemes.filter(({ body }) => known === null || body.id === known);
    const [only, ...others] = ofBody.length > 0 ? ofBody : schemes;
    if (!only || others.length > 0) return { kind: 'choice', schemes };
    return { kind: 'way', way: await this.progress.toward(tx, personId, only.version), application: null };
  }
}
