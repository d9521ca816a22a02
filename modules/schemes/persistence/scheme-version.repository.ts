import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { schemeDefinition, type SchemeDefinition } from '../domain/scheme-definition.js';
import type { SchemeVersion } from '../domain/scheme-version.js';
import { SchemeConfirmationEntity, SchemeVersionEntity } from './scheme-version.entity.js';

@Injectable()
export class SchemeVersionRepository {
  /** A version never changes and its id is the hash of its rules, so what was read once stays right. */
  private readonly definitions = new Map<string, SchemeDefinition>();

  async find(tx: Tx, id: string): Promise<SchemeVersion | null> {
    const row = await tx.manager.findOneBy(SchemeVersionEntity, { id });
    return row && ((await this.versions(tx, [row]))[0] ?? null);
  }

  /** Every version, by code, body and the day it begins. */
  async all(tx: Tx, code?: string): Promise<SchemeVersion[]> {
    const rows = await tx.manager.find(SchemeVersionEntity, {
      where: code === undefined ? {} : { code },
      order: { code: 'ASC', bodyId: 'ASC', effectiveFrom: 'ASC' },
    });
    return this.versions(tx, rows);
  }

  /** @returns false when the version is stored already, or another begins for this scheme and body on the same day */
  async insert(tx: Tx, { confirmed: _confirmed, ...version }: SchemeVersion): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(SchemeVersionEntity)
      .values({ ...version, createdAt: tx.now })
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** Harmless when it is confirmed already. */
  async confirm(tx: Tx, { id, bodyId }: SchemeVersion): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(SchemeConfirmationEntity)
      .values({ schemeVersionId: id, bodyId, createdAt: tx.now })
      .orIgnore()
      .returning('scheme_version_id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  private async versions(tx: Tx, rows: readonly SchemeVersionEntity[]): Promise<SchemeVersion[]> {
    if (rows.length === 0) return [];
    const confirmations = await tx.manager.findBy(SchemeConfirmationEntity, {
      schemeVersionId: In(rows.map(({ id }) => id)),
    });
    const confirmed = new Set(confirmations.map(({ schemeVersionId }) => schemeVersionId));
    return rows.map(({ createdAt: _createdAt, ...row }) => ({
      ...row,
      definition: this.definitionOf(row),
      confirmed: confirmed.has(row.id),
    }));
  }

  private definitionOf({ id, definition }: Pick<SchemeVersionEntity, 'id' | 'definition'>): SchemeDefinition {
    const known = this.definitions.get(id);
    if (known) return known;
    const read = schemeDefinition.parse(definition);
    this.definitions.set(id, read);
    return read;
  }
}
