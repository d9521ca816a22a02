import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { WrappedKey } from '../../../src/platform/sealing/sealing.js';

export interface Secret extends WrappedKey {
  id: string;
  sealed: Buffer;
}

export type SecretPurpose = 'remark' | 'rescore' | 'pass_decision' | 'scoring';

/** Sealed words and keys, and the log of who was given which. */
@Injectable()
export class SecretRepository {
  async add(tx: Tx, bodyId: string, { id, keyId, wrapped, sealed }: Secret): Promise<void> {
    await tx.manager.query(
      `insert into exam_secret (id, body_id, key_id, wrapped_key, sealed, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, bodyId, keyId, wrapped, sealed, tx.now.toString()],
    );
  }

  async of(tx: Tx, bodyId: string, ids: readonly string[]): Promise<Secret[]> {
    return tx.manager.query(
      `select id, key_id as "keyId", wrapped_key as wrapped, sealed from exam_secret where body_id = $1 and id = any($2)`,
      [bodyId, [...ids]],
    );
  }

  async addReading(
    tx: Tx,
    reading: {
      id: string;
      bodyId: string;
      readerId: string | null;
      purpose: SecretPurpose;
      secretIds: readonly string[];
    },
  ): Promise<void> {
    const { id, bodyId, readerId, purpose, secretIds } = reading;
    await tx.manager.query(
      `insert into exam_secret_reading (id, body_id, reader_id, purpose, secret_ids, read_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, bodyId, readerId, purpose, [...secretIds], tx.now.toString()],
    );
  }

  /** Keys that another secret of the installation wrapped, held; those that somebody else holds are left for the next time. */
  async lockWrappedOtherwise(tx: Tx, keyId: string, limit: number): Promise<(WrappedKey & { id: string })[]> {
    return tx.manager.query(
      `select id, key_id as "keyId", wrapped_key as wrapped from exam_secret where key_id <> $1
       order by id limit $2 for update skip locked`,
      [keyId, limit],
    );
  }

  async setKey(tx: Tx, id: string, { keyId, wrapped }: WrappedKey): Promise<void> {
    await tx.manager.query('update exam_secret set key_id = $2, wrapped_key = $3 where id = $1', [id, keyId, wrapped]);
  }
}
