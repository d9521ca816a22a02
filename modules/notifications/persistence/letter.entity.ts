import type { Temporal } from 'temporal-polyfill';
import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../../../src/platform/database/columns.js';

export type LetterStatus = 'due' | 'sent' | 'excused' | 'failed';

/** One letter: due when something happened, settled when it went out, was excused, or could not be brought. */
@Entity('letter')
export class LetterEntity {
  @IdColumn()
  id: string;

  @Column('text')
  kind: string;

  /** What happened, unique for ever: the same happening never writes twice. */
  @Column('text')
  identity: string;

  @Column('uuid', { nullable: true, name: 'body_id' })
  bodyId: string | null;

  @Column('uuid', { nullable: true, name: 'person_id' })
  personId: string | null;

  @Column('text', { name: 'to_name' })
  toName: string;

  @Column('text', { name: 'to_address' })
  toAddress: string;

  /** Of the wording it is written in: the one asked for, or English where there is none in it. */
  @Column('text')
  language: string;

  @Column('jsonb')
  words: Record<string, unknown>;

  /** Words that open doors (links, codes): kept only until the letter is settled. */
  @Column('jsonb', { nullable: true })
  secrets: Record<string, string> | null;

  @Column('text')
  status: LetterStatus;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text', { nullable: true, name: 'body_text' })
  bodyText: string | null;

  @Column('text', { nullable: true, name: 'template_hash' })
  templateHash: string | null;

  @Column('text', { nullable: true })
  excuse: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;

  @InstantColumn({ nullable: true, name: 'settled_at' })
  settledAt: Temporal.Instant | null;
}
