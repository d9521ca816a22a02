import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { pictureNotFound } from '../courses.errors.js';
import type { PictureType } from '../domain/picture.js';
import { CourseRepository } from '../persistence/course.repository.js';

/** A picture of any version of a course: who stays on an earlier one sees what it showed. */
@Injectable()
export class ReadPicture {
  constructor(private readonly courses: CourseRepository) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, input: { courseCode: string; sha256: string }): Promise<{ bytes: Buffer; type: PictureType }> {
    const picture = await this.courses.picture(tx, input.courseCode, input.sha256);
    if (!picture) throw pictureNotFound();
    return picture;
  }
}
