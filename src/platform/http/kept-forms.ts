import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Ids } from '../ids/ids.js';
import { isWellFormed } from './well-formed.js';

/** Secrets, one-use values and what belongs into a sealed file are typed again; everything else survives. */
const NOT_KEPT = /password|secret|sealed|^code$|^_/i;

export interface KeptForm {
  readonly values: Record<string, unknown>;
  /** The address that the form was sent to: a page may have several forms with fields of one name. */
  readonly action: string;
}

/** What somebody had typed when their session ended: kept an hour, given back once after signing in. */
@Injectable()
export class KeptForms {
  constructor(private readonly ids: Ids) {}

  /**
   * @param action the address that the form was sent to, without its query
   * @returns the key under which the values come back
   */
  async keep(manager: EntityManager, action: string, body: Record<string, unknown>): Promise<string> {
    const fields = Object.fromEntries(
      Object.entries(body).filter(([name, value]) => !NOT_KEPT.test(name) && isTyped(value)),
    );
    const id = this.ids.secret(24);
    await manager.query(`delete from kept_form where created_at < now() - interval '1 hour'`);
    await manager.query(`insert into kept_form (id, path, fields, created_at) values ($1, $2, $3, now())`, [
      id,
      action,
      JSON.stringify(fields),
    ]);
    return id;
  }

  async take(manager: EntityManager, id: string): Promise<KeptForm | null> {
    const [rows]: [KeptForm[], number] = await manager.query(
      `delete from kept_form where id = $1 and created_at > now() - interval '1 hour' returning fields as "values", path as action`,
      [id],
    );
    return rows[0] ?? null;
  }
}

function isTyped(value: unknown): boolean {
  const isText = (one: unknown) => typeof one === 'string' && isWellFormed(one);
  return isText(value) || (Array.isArray(value) && value.every(isText));
}
