import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { hasEnded, Register, readNumber, type CredentialSummary } from '../../credentials/credentials.public.js';
import {
  Eligibility,
  lapseTier,
  renewalOpensOn,
  Schemes,
  stageAfter,
  stageOf,
  type EligibilityTree,
  type SchemeVersion,
} from '../../schemes/schemes.public.js';
import { renewalWindow, type RenewalWindow } from '../domain/renewal-window.js';

/** One credential held against the rules of its renewal, on the day it is in the body's zone. */
export interface RenewalCase {
  credential: CredentialSummary;
  version: SchemeVersion;
  today: Temporal.PlainDate;
  window: RenewalWindow;
  /** Continuing education of the newest term. */
  tree: EligibilityTree;
}

/** What a renewal may do and asks for. */
@Injectable()
export class RenewalRules {
  constructor(
    private readonly register: Register,
    private readonly schemes: Schemes,
    private readonly eligibility: Eligibility,
  ) {}

  /** A person's own credential. @throws DomainError not_found for anybody else's number */
  async ofHolder(tx: Tx, personId: string, typed: string): Promise<RenewalCase> {
    const number = readNumber(typed);
    const held = await this.register.credentialsOf(tx, personId);
    const credential = held.find((one) => one.number === number);
    if (!credential) throw notFound('this credential');
    return this.of(tx, credential);
  }

  async of(tx: Tx, credential: CredentialSummary): Promise<RenewalCase> {
    const { personId, expiresOn, startsOn: termStartsOn, previousTerm, place, standing } = credential;
    const today = standing.onDate;
    // The rules of the grant, or those of a later version that says it holds for who was certified before.
    const version = await this.schemes.forHolder(tx, credential.schemeVersionId, today);
    const { id: schemeVersionId, definition } = version;
    const stage = stageOf(definition, place.stage).code;
    const window = renewalWindow(today, {
      ended: hasEnded(standing.status),
      opensOn: renewalOpensOn(definition, expiresOn),
      tier: lapseTier(definition, expiresOn, today, place),
      nextStage: stageAfter(definition, stage)?.code ?? null,
    });
    const term = { termStartsOn, termEndsOn: expiresOn, previousTerm: previousTerm ?? undefined };
    const question = { schemeVersionId, personId, onDate: today, ...term };
    return { credential, version, today, window, tree: await this.eligibility.evaluateRenewal(tx, question) };
  }
}
