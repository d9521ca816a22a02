import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { effectiveFacts } from '../domain/effective-facts.js';
import type { Fact, FactKind, FactValues, TopicMinutes, Voucher, VouchingMethod } from '../domain/fact.js';

type Row = readonly [
  id: string,
  personId: string,
  bodyId: string | null,
  kind: FactKind,
  code: string | null,
  topics: string,
  minutes: string | null,
  value: string,
  occurredOn: string,
  recordedAt: string,
  method: VouchingMethod | null,
  voucherId: string | null,
  corrects: string | null,
  sourceModule: string,
  sourceId: string,
];

const COLUMNS = `id, person_id, body_id, kind, code, topics, minutes, value, occurred_on, recorded_at,
  voucher_method, voucher_person_id, corrects, source_module, source_id`;

/** Every column as PostgreSQL writes it: what is read is decided here, column by column. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };

/** How many distinct values are remembered before the memory begins anew. */
const REMEMBERED = 20_000;

/**
 * Facts of many persons at a time, for whoever goes through all of them: plain rows instead of entities, and what many facts
 * share (days, topics, values) read once. Names of vouchers are left out; no rule asks for them.
 */
@Injectable()
export class FactBatches {
  private readonly days = new Map<string, Temporal.PlainDate>();
  private readonly topics = new Map<string, readonly TopicMinutes[]>();
  private readonly values = new Map<string, FactValues>();

  /**
   * The facts that hold, by person; every person asked for has an entry.
   * @param kinds left out: all
   */
  async of(tx: Tx, personIds: readonly string[], kinds?: readonly FactKind[]): Promise<Map<string, Fact[]>> {
    const byPerson = new Map<string, Fact[]>(personIds.map((id) => [id, []]));
    for (const row of await this.rows(tx, personIds)) byPerson.get(row[1])?.push(this.factOf(row));
    for (const [personId, facts] of byPerson) {
      const holding = effectiveFacts(facts);
      byPerson.set(personId, kinds ? holding.filter(({ kind }) => kinds.includes(kind)) : holding);
    }
    return byPerson;
  }

  private async rows(tx: Tx, personIds: readonly string[]): Promise<Row[]> {
    // TypeORM's own query gives objects only; this is the connection that its transaction is on.
    const client = (await tx.manager.queryRunner?.connect()) as pg.ClientBase | undefined;
    if (!client) throw new Error('facts are read within a transaction');
    const text = `select ${COLUMNS} from fact where person_id = any($1)`;
    const query = { name: 'fact-batches', text, values: [personIds], rowMode: 'array' as const, types: AS_TEXT };
    return (await client.query<Row[] & unknown[]>(query)).rows as unknown as Row[];
  }

  private factOf(row: Row): Fact {
    const [id, personId, bodyId, kind, code, topics, minutes, value, occurredOn, recordedAt] = row;
    const [, , , , , , , , , , method, voucherId, corrects, sourceModule, sourceId] = row;
    return new BatchFact({
      id,
      personId,
      bodyId,
      kind,
      code,
      topics: remember(this.topics, topics, parseJson<readonly TopicMinutes[]>),
      minutes: minutes === null ? null : Number(minutes),
      value: remember(this.values, value, parseJson<FactValues>),
      occurredOn: remember(this.days, occurredOn, (iso) => Temporal.PlainDate.from(iso)),
      recordedText: recordedAt,
      vouchedBy: voucherOf(method, voucherId),
      corrects,
      source: { module: sourceModule, id: sourceId },
    });
  }
}

interface BatchFields extends Omit<Fact, 'recordedAt'> {
  readonly recordedText: string;
}

/** A fact whose instant of recording is read only when it is asked for: two facts of one day and kind in question. */
class BatchFact implements Fact {
  readonly id: string;
  readonly personId: string;
  readonly bodyId: string | null;
  readonly kind: FactKind;
  readonly code: string | null;
  readonly topics: readonly TopicMinutes[];
  readonly minutes: number | null;
  readonly value: FactValues;
  readonly occurredOn: Temporal.PlainDate;
  readonly vouchedBy: Voucher | null;
  readonly corrects: string | null;
  readonly source: Fact['source'];
  private readonly recordedText: string;

  constructor(fields: BatchFields) {
    this.id = fields.id;
    this.personId = fields.personId;
    this.bodyId = fields.bodyId;
    this.kind = fields.kind;
    this.code = fields.code;
    this.topics = fields.topics;
    this.minutes = fields.minutes;
    this.value = fields.value;
    this.occurredOn = fields.occurredOn;
    this.vouchedBy = fields.vouchedBy;
    this.corrects = fields.corrects;
    this.source = fields.source;
    this.recordedText = fields.recordedText;
  }

  /** The session's zone is UTC, so that the offset is always two digits: "2026-11-21 23:34:37.123+00". */
  get recordedAt(): Temporal.Instant {
    return Temporal.Instant.from(this.recordedText.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  }
}

/** One object for each way of vouching without a person, which is most of them. */
const anonymous = new Map<VouchingMethod, Voucher>();

function voucherOf(method: VouchingMethod | null, personId: string | null): Voucher | null {
  if (!method) return null;
  return personId ? { method, personId } : remember(anonymous, method, (known) => ({ method: known }));
}

function parseJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

function remember<K, V>(memory: Map<K, V>, key: K, read: (key: K) => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED) memory.clear();
  const value = read(key);
  memory.set(key, value);
  return value;
}
