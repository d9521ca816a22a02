import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { asIfAccepted, byNearness, compare, type Comparison } from '../domain/comparison.js';
import type { SchemeVersion } from '../domain/scheme-version.js';
import { heldStage, nextStage } from '../domain/stage-of-holder.js';
import { inWords } from '../domain/wording.js';
import { CurrentSchemes } from './current-schemes.js';
import { PersonEvidence } from './person-evidence.js';
import { WordingFile } from './wording-file.js';

export interface ComparedScheme extends Comparison {
  readonly scheme: Pick<SchemeVersion, 'id' | 'code' | 'version' | 'title' | 'bodyId' | 'confirmed'>;
  readonly bodyName: string;
  /** Whether the scheme has several stages. */
  readonly several: boolean;
}

/** The actor's evidence against every scheme in force: what each of them would still ask for. */
@Injectable()
export class CompareSchemes {
  constructor(
    private readonly currentSchemes: CurrentSchemes,
    private readonly evidence: PersonEvidence,
    private readonly words: WordingFile,
  ) {}

  /** @returns nearest first */
  async execute(tx: Tx): Promise<ComparedScheme[]> {
    const own = await this.evidence.factsOf(tx, personIdOf(tx.actor));
    const facts = asIfAccepted(own);
    const signers = await this.evidence.signersOf(tx, facts);
    const compared: ComparedScheme[] = [];
    for (const { version, body, onDate } of await this.currentSchemes.execute(tx)) {
      const { id, code, title, bodyId, confirmed } = version;
      const approvals = await this.evidence.approvals(tx, version);
      const found = compare({ ...version, timeZone: body.timeZone }, facts, onDate, {
        signers,
        ...approvals,
        stage: nextStage(version, heldStage(version, own, onDate)),
      });
      compared.push({
        ...found,
        tree: inWords(found.tree, this.words.wording),
        scheme: { id, code, version: version.version, title, bodyId, confirmed },
        bodyName: body.name,
        several: version.definition.credential.stages.length > 1,
      });
    }
    return compared.sort((a, b) => byNearness(a, b) || a.scheme.title.localeCompare(b.scheme.title));
  }
}
