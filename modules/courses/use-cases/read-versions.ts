import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { Picture } from '../domain/picture.js';
import type { CourseVersionEntity } from '../persistence/course.entity.js';
import { EnrolmentRepository } from '../persistence/enrolment.repository.js';
import { WithdrawalRepository } from '../persistence/withdrawal.repository.js';
import { CourseRepository } from '../persistence/course.repository.js';

/** A published version, as it was published. */
export type PublishedVersion = Pick<
  CourseVersionEntity,
  'id' | 'courseCode' | 'origin' | 'definition' | 'createdAt'
> & { readonly isCurrent: boolean };

/** A version, with what a withdrawal of it would mean. */
export interface VersionInUse extends PublishedVersion {
  readonly isWithdrawn: boolean;
  /** How many are in it and have not finished. */
  readonly learners: number;
}

/** Versions of courses for those who write them. */
@Injectable()
export class ReadVersions {
  constructor(
    private readonly courses: CourseRepository,
    private readonly withdrawals: WithdrawalRepository,
    private readonly enrolments: EnrolmentRepository,
  ) {}

  /** The versions in force, by title. */
  async current(tx: Tx): Promise<PublishedVersion[]> {
    return (await this.courses.current(tx)).map((version) => ({ ...version, isCurrent: true }));
  }

  /** Which courses each course with a version in force builds on, by code. */
  prerequisites(tx: Tx): Promise<Map<string, readonly string[]>> {
    return this.courses.prerequisites(tx);
  }

  /** One version of a course; null when there is none of that id. */
  async one(tx: Tx, courseCode: string, id: string): Promise<PublishedVersion | null> {
    const version = await this.courses.versionOf(tx, courseCode, id);
    if (!version) return null;
    const line = await this.courses.find(tx, courseCode);
    return { ...version, isCurrent: line?.currentVersionId === id };
  }

  /** Every version of a course, newest first; none for a course that is not there. */
  async of(tx: Tx, courseCode: string): Promise<PublishedVersion[]> {
    const line = await this.courses.find(tx, courseCode);
    const versions = await this.courses.versions(tx, courseCode);
    return versions.map((version) => ({ ...version, isCurrent: version.id === line?.currentVersionId }));
  }

  /** The same, with who is in them. */
  async inUse(tx: Tx, courseCode: string): Promise<VersionInUse[]> {
    const versions = await this.of(tx, courseCode);
    const withdrawn = await this.withdrawals.among(
      tx,
      versions.map(({ id }) => id),
    );
    const learners = await this.enrolments.learnersOn(tx, courseCode);
    return versions.map((version) => {
      return { ...version, isWithdrawn: withdrawn.has(version.id), learners: learners.get(version.id) ?? 0 };
    });
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
