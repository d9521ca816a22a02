import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Temporal } from 'temporal-polyfill';
import { InstantColumn } from '../../../src/platform/database/columns.js';
import type { PictureType } from '../domain/picture.js';

/** The bytes of a picture, under their hash; versions name it. Never changed. */
@Entity('course_picture')
export class CoursePictureEntity {
  @PrimaryColumn({ name: 'content_hash', type: 'text' })
  contentHash: string;

  @Column({ type: 'text' })
  type: PictureType;

  @Column({ type: 'bytea' })
  bytes: Buffer;

  @InstantColumn({ name: 'created_at' })
  createdAt: Temporal.Instant;
}
