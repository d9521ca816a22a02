import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { FactBatches } from '../../evidence/fact-batches.public.js';
import type { Fact, RecordedTraining } from '../../evidence/evidence.public.js';
import { asksTheRegister, evaluate, evaluateRenewal, versionForHolder } from '../../schemes/scheme-drafts.public.js';
import { renewalOpensOn, type SchemeVersion } from '../../schemes/schemes.public.js';
import { differenceOf, type Standing } from '../domain/difference.js';
import type { Touched } from '../domain/touched.js';
import type { RulesOfDraft } from './rules-of-draft.js';
import type { Subject } from './subjects.js';

/** The rules of a preview, and the day whose evidence is held against them. */
export interface Comparison extends RulesOfDraft {
  readonly asOf: Temporal.PlainDate;
  /** What the body approved of the courses taught here. */
  readonly approves: (training: RecordedTraining) => boolean;
}

interface Evidence {
  readonly facts: readonly Fact[];
  readonly signers?: ReadonlyMap<string, readonly Fact[]>;
}

/** Holds the evidence of some persons against the rules they are under, and against a draft; gives only what differs. */
@Injectable()
export class CompareBatch {
  constructor(private readonly facts: FactBatches) {}

  async execute(
    tx: Tx,
    comparison: Comparison,
    subjects: readonly Subject[],
  ): Promise<{ bound: number; touched: Touched[] }> {
    const facts = await this.facts.of(
      tx,
      subjects.map(({ personId }) => personId),
    );
    const signers = await this.signersOf(tx, comparison, facts);
    let bound = 0;
    const touched: Touched[] = [];
    for (const subject of subjects) {
      const own = { facts: facts.get(subject.personId) ?? [], signers };
      const isBound = subject.term !== null && holdsFor(comparison, subject.schemeVersionId);
      if (isBound) bound += 1;
      const difference = this.compare(comparison, subject, own);
      const { id: subjectId, personId, term } = subject;
      const kind = term ? 'credential' : 'application';
      if (difference) touched.push({ ...difference, subjectId, personId, kind, bound: isBound });
    }
    return { bound, touched };
  }

  private compare(comparison: Comparison, subject: Subject, evidence: Evidence) {
    const { draft } = comparison;
    const own = ownVersion(comparison, subject);
    return differenceOf(standing(comparison, own, subject, evidence), standing(comparison, draft, subject, evidence));
  }

  /** The credential events of everybody who signed, where one of the versions asks the register about them. */
  private async signersOf(tx: Tx, { versions, draft }: Comparison, facts: ReadonlyMap<string, readonly Fact[]>) {
    if (![...versions, draft].some(({ definition }) => asksTheRegister(definition))) return undefined;
    const ids = new Set<string>();
    for (const own of facts.values()) {
      for (const { vouchedBy } of own) {
        if (vouchedBy?.method === 'supervisor-signature' && vouchedBy.personId) ids.add(vouchedBy.personId);
      }
    }
    return this.facts.of(tx, [...ids], ['credential_event']);
  }
}

/** The version a person is under: that of their application, or the one that holds for the holder on the draft's first day. */
function ownVersion({ versions, base, draft }: Comparison, { term, schemeVersionId }: Subject): SchemeVersion {
  const own = term
    ? versionForHolder(versions, schemeVersionId, draft.effectiveFrom)
    : versions.find(({ id }) => id === schemeVersionId);
  return own ?? base;
}

/** Whether the draft, once published, would hold for who was granted under a version. */
function holdsFor({ versions, draft }: Comparison, grantedUnder: string): boolean {
  return versionForHolder([...versions, draft], grantedUnder, draft.effectiveFrom)?.id === draft.id;
}

function standing(
  { asOf, timeZone, approves }: Comparison,
  version: SchemeVersion,
  { term }: Subject,
  { facts, signers }: Evidence,
): Standing {
  const scheme = { ...version, timeZone };
  if (!term) {
    const tree = evaluate(scheme, facts, asOf, { signers, approves });
    return { tree, day: tree.met ? null : tree.earliestOn };
  }
  const tree = evaluateRenewal(scheme, facts, asOf, {
    termStartsOn: term.startsOn,
    termEndsOn: term.expiresOn,
    signers,
  });
  const opensOn = renewalOpensOn(version.definition, term.expiresOn);
  const needs = tree.met ? null : tree.earliestOn;
  return { tree, day: needs && Temporal.PlainDate.compare(needs, opensOn) > 0 ? needs : opensOn };
}
