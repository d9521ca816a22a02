import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';
import type { PictureType } from '../domain/draft-picture.js';

/** What stands behind the name of a picture of a draft since it was put there or taken away; the highest revision holds. */
@Entity('course_draft_picture')
export class CourseDraftPictureEntity {
  @PrimaryColumn({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  /** As lessons name it: `images/<name>`. */
  @PrimaryColumn({ type: 'text' })
  name: string;

  @PrimaryColumn({ type: 'integer' })
  revision: number;

  /** The words for those who do not see it. */
  @Column({ type: 'text' })
  alt: string;

  /** Null, as the two below, where it was taken away. */
  @Column({ type: 'text', nullable: true })
  type: PictureType | null;

  @Column({ type: 'bytea', nullable: true })
  bytes: Buffer | null;

  @Column({ name: 'content_hash', type: 'text', nullable: true })
  contentHash: string | null;

  @Column({ name: 'saved_by', type: 'uuid' })
  savedBy: string;

  @InstantColumn({ name: 'saved_at' })
  savedAt: Temporal.Instant;
}
