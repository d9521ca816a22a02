import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ids } from '../ids/ids.js';
import { isWellFormed } from './well-formed.js';

/** Secrets, one-use values and what belongs into a sealed file are typed again; everything else survives. */
const NOT_KEPT = /password|secret|sealed|code|^_/i;

/** What somebody had typed when their session ended: kept an hour, given back once after signing in. */
@Injectable()
export class KeptForms {
  constructor(private readonly ids: Ids) {}

  /** @returns the key under which the values come back */
  async keep(manager: EntityManager, path: string, body: Record<string, unknown>): Promise<string> {
    const fields = Object.fromEntries(
      Object.entries(body).filter(([name, value]) => !NOT_KEPT.test(name) && isTyped(value)),
    );
    const id = this.ids.secret(24);
    await manager.query(`delete from kept_form where created_at < now() - interval '1 hour'`);
    await manager.query(`insert into kept_form (id, path, fields, created_at) values ($1, $2, $3, now())`, [
      id,
      path,
      JSON.stringify(fields),
    ]);
    return id;
  }

  async take(manager: EntityManager, id: string): Promise<Record<string, unknown> | null> {
    const [rows]: [{ fields: Record<string, unknown> }[], number] = await manager.query(
      `delete from kept_form where id = $1 and created_at > now() - interval '1 hour' returning fields`,
      [id],
    );
    return rows[0]?.fields ?? null;
  }
}

function isTyped(value: unknown): boolean {
  const isText = (one: unknown) => typeof one === 'string' && isWellFormed(one);
  return isText(value) || (Array.isArray(value) && value.every(isText));
}
