import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { Fact, NewFact } from '../domain/fact.js';
import { factProblem, minutesOf } from '../domain/new-fact.js';
import { alreadyCorrected, alreadyRecorded, impossibleFact } from '../evidence.errors.js';
import { FactRepository } from '../persistence/fact.repository.js';

/** Writes a fact into the ledger. What is told twice is one fact: the second time the first one is given back. */
@Injectable()
export class RecordFact {
  constructor(
    private readonly facts: FactRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError evidence.impossible_fact, evidence.already_recorded, evidence.already_corrected */
  async execute(tx: Tx, given: NewFact): Promise<Fact> {
    const problem = factProblem(given);
    if (problem) throw impossibleFact(problem);
    const fact: Fact = {
      id: this.ids.next(),
      personId: given.personId,
      bodyId: given.bodyId ?? null,
      kind: given.kind,
      code: given.code ?? null,
      topics: given.topics ?? [],
      minutes: minutesOf(given),
      value: given.value ?? {},
      occurredOn: given.occurredOn,
      recordedAt: tx.now,
      vouchedBy: given.vouchedBy ?? null,
      corrects: given.corrects ?? null,
      source: given.source,
    };
    if (await this.facts.insert(tx, fact)) return fact;
    const earlier = await this.facts.bySource(tx, fact);
    if (earlier && sameContent(earlier, fact)) return earlier;
    throw earlier || !fact.corrects ? alreadyRecorded() : alreadyCorrected();
  }
}

function sameContent(a: Fact, b: Fact): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ id: _id, recordedAt: _at, vouchedBy: _who, value, topics, ...fact }: Fact): string {
  const values = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [...topics].sort((a, b) => (a.topic < b.topic ? -1 : 1)).map(({ topic, minutes }) => [topic, minutes]);
  return JSON.stringify([Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)), values, parts]);
}
