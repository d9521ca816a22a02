import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import type { EligibilityTree } from '../domain/eligibility-tree.js';
import type { SchemeVersion } from '../domain/scheme-version.js';
import type { HeldStage } from '../domain/stage-of-holder.js';
import { noSuchStage } from '../schemes.errors.js';
import { EvaluateEligibility } from './evaluate-eligibility.js';
import { FindScheme } from './find-scheme.js';

export interface OwnEligibility {
  readonly scheme: Pick<SchemeVersion, 'id' | 'code' | 'version' | 'title' | 'bodyId' | 'confirmed'>;
  readonly bodyName: string;
  /** Of a scheme with several stages: which one the tree is about, all of them in order, and what the person holds. */
  readonly stages: { readonly asked: string; readonly all: readonly string[]; readonly held: HeldStage | null } | null;
  readonly tree: EligibilityTree;
}

interface Question {
  code: string;
  bodyId?: string;
  onDate?: Temporal.PlainDate;
  stage?: string;
}

/** Where the actor stands toward one scheme: today, in the body's zone, under the version that is in force. */
@Injectable()
export class ReadOwnEligibility {
  constructor(
    private readonly findScheme: FindScheme,
    private readonly organizations: Organizations,
    private readonly evaluateEligibility: EvaluateEligibility,
  ) {}

  /**
   * @param question.bodyId needed only where several bodies run a scheme of that code
   * @param question.stage left out: the one after what the person holds, otherwise the first
   * @throws DomainError not_found, schemes.several_bodies, schemes.no_version_on_date, schemes.no_such_stage
   */
  async execute(tx: Tx, question: Question): Promise<OwnEligibility> {
    return (await this.withRules(tx, question)).own;
  }

  /** The same with the rules themselves, of which a page takes where each clause is worked on. @throws as above */
  async withRules(tx: Tx, question: Question): Promise<{ own: OwnEligibility; rules: SchemeVersion }> {
    const { code } = question;
    const body = await this.organizations.get(tx, await this.findScheme.bodyOf(tx, code, question.bodyId));
    const onDate = question.onDate ?? dateIn(body.timeZone, tx.now);
    const version = await this.findScheme.execute(tx, { code, onDate, bodyId: body.id });
    const all = version.definition.credential.stages.map((stage) => stage.code);
    if (question.stage !== undefined && !all.some((one) => one === question.stage)) throw noSuchStage();
    const asked = { schemeVersionId: version.id, personId: personIdOf(tx.actor), onDate, stage: question.stage };
    const { tree, stage, held } = await this.evaluateEligibility.onward(tx, asked);
    const { id, title, confirmed } = version;
    const scheme = { id, code, version: version.version, title, bodyId: version.bodyId, confirmed };
    const stages = all.length > 1 ? { asked: stage, all, held } : null;
    return { own: { scheme, bodyName: body.name, stages, tree }, rules: version };
  }
}
