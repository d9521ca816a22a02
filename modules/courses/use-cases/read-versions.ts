import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Picture } from '../domain/picture.js';
import type { CourseVersionEntity } from '../persistence/course.entity.js';
import { CourseRepository } from '../persistence/course.repository.js';

/** A published version, as it was published. */
export type PublishedVersion = Pick<
  CourseVersionEntity,
  'id' | 'courseCode' | 'origin' | 'definition' | 'createdAt'
> & { readonly isCurrent: boolean };

/** Versions of courses for those who write them. */
@Injectable()
export class ReadVersions {
  constructor(private readonly courses: CourseRepository) {}

  /** The versions in force, by title. */
  async current(tx: Tx): Promise<PublishedVersion[]> {
    return (await this.courses.current(tx)).map((version) => ({ ...version, isCurrent: true }));
  }

  /** Every version of a course, newest first; none for a course that is not there. */
  async of(tx: Tx, courseCode: string): Promise<PublishedVersion[]> {
    const line = await this.courses.find(tx, courseCode);
    const versions = await this.courses.versions(tx, courseCode);
    return versions.map((version) => ({ ...version, isCurrent: version.id === line?.currentVersionId }));
  }

  /** The pictures of a version with their bytes. */
  async pictures(tx: Tx, { courseCode, definition }: PublishedVersion): Promise<Picture[]> {
    const pictures: Picture[] = [];
    for (const { name, sha256 } of definition.pictures ?? []) {
      const kept = await this.courses.picture(tx, courseCode, sha256);
      if (kept) pictures.push({ name, sha256, type: kept.type, bytes: kept.bytes });
    }
    return pictures;
  }
}
