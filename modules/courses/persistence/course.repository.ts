import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import type { Picture } from '../domain/picture.js';
import { CoursePictureEntity } from './course-picture.entity.js';
import { CourseVersionWithdrawalEntity } from './course-version-withdrawal.entity.js';
import { CourseEntity, CourseVersionEntity } from './course.entity.js';
import { LessonEntity } from './lesson.entity.js';

/** A version to be kept, under its id. */
interface KeptVersion extends Pick<CourseVersionEntity, 'id' | 'origin' | 'organizationId' | 'definition'> {
  readonly pictures: readonly Picture[];
}

@Injectable()
export class CourseRepository {
  constructor(private readonly ids: Ids) {}

  /** Lets one load of content happen at a time. */
  async lockContent(tx: Tx): Promise<void> {
    await tx.manager.query(`select pg_advisory_xact_lock(hashtext('goodstanding.content'))`);
  }

  find(tx: Tx, code: string): Promise<CourseEntity | null> {
    return tx.manager.findOneBy(CourseEntity, { code });
  }

  /** The line, held until the transaction ends against others who change it; with `share`, only against those. */
  locked(tx: Tx, code: string, { share = false } = {}): Promise<CourseEntity | null> {
    const mode = share ? 'pessimistic_read' : 'pessimistic_write';
    return tx.manager.findOne(CourseEntity, { where: { code }, lock: { mode } });
  }

  isWithdrawn(tx: Tx, versionId: string): Promise<boolean> {
    return tx.manager.existsBy(CourseVersionWithdrawalEntity, { courseVersionId: versionId });
  }

  /** Code and title of these courses, in the order of the codes; a code of no course stands for itself. */
  async titles(tx: Tx, codes: readonly string[]): Promise<{ code: string; title: string }[]> {
    const current = await this.current(tx);
    return codes.map((code) => ({
      code,
      title: current.find(({ definition }) => definition.code === code)?.definition.title ?? code,
    }));
  }

  /** A version by its id or the beginning of it; null when none of the course begins so, or several. */
  async versionLike(tx: Tx, courseCode: string, beginning: string): Promise<CourseVersionEntity | null> {
    const versions = await tx.manager.findBy(CourseVersionEntity, { courseCode });
    const found = beginning === '' ? [] : versions.filter(({ id }) => id.startsWith(beginning));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  /** Newest first. */
  versions(tx: Tx, courseCode: string): Promise<CourseVersionEntity[]> {
    return tx.manager.find(CourseVersionEntity, { where: { courseCode }, order: { createdAt: 'DESC', id: 'ASC' } });
  }

  version(tx: Tx, id: string): Promise<CourseVersionEntity> {
    return tx.manager.findOneByOrFail(CourseVersionEntity, { id });
  }

  /** The courses there are, with their version in force, by title. */
  async current(tx: Tx): Promise<CourseVersionEntity[]> {
    const versions = await tx.manager
      .createQueryBuilder(CourseVersionEntity, 'version')
      .innerJoin(CourseEntity, 'course', 'course.currentVersionId = version.id')
      .getMany();
    return versions.sort((a, b) => a.definition.title.localeCompare(b.definition.title));
  }

  /** What the version in force of each course builds on, without the rest of it. */
  async prerequisites(tx: Tx): Promise<Map<string, readonly string[]>> {
    const rows: { code: string; needed: string[] | null }[] = await tx.manager.query(
      `select course.code, version.definition->'prerequisites' as needed
       from course join course_version version on version.id = course.current_version_id`,
    );
    return new Map(rows.map(({ code, needed }) => [code, needed ?? []]));
  }

  versionOf(tx: Tx, courseCode: string, id: string): Promise<CourseVersionEntity | null> {
    return tx.manager.findOneBy(CourseVersionEntity, { id, courseCode });
  }

  /** The competencies that the lessons of each version name. */
  async taughtIn(tx: Tx, versionIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const rows: { id: string; codes: string[] }[] = await tx.manager.query(
      `select v.id, array_agg(distinct taught.code order by taught.code) as codes
       from course_version v
       cross join jsonb_array_elements(v.definition->'lessons') as lesson
       cross join jsonb_array_elements_text(lesson->'competencies') as taught (code)
       where v.id = any($1::text[]) group by v.id`,
      [[...versionIds]],
    );
    return new Map(rows.map(({ id, codes }) => [id, codes]));
  }

  /** Keeps a version with its lessons and pictures; one that is known already stays as it is. */
  async keepVersion(tx: Tx, { id, origin, organizationId, definition, pictures }: KeptVersion): Promise<void> {
    if (await tx.manager.existsBy(CourseVersionEntity, { id })) return;
    await tx.manager.insert(CourseVersionEntity, {
      id,
      courseCode: definition.code,
      origin,
      organizationId,
      definition: definition as object,
      createdAt: tx.now,
    });
    await this.keepPictures(tx, pictures);
    await tx.manager.insert(
      LessonEntity,
      definition.lessons.map(({ code }, at) => ({
        id: this.ids.next(),
        courseVersionId: id,
        code,
        place: at + 1,
        createdAt: tx.now,
      })),
    );
  }

  private async keepPictures(tx: Tx, pictures: readonly Picture[]): Promise<void> {
    if (pictures.length === 0) return;
    const rows = pictures.map(({ sha256, type, bytes }) => ({ contentHash: sha256, type, bytes, createdAt: tx.now }));
    await tx.manager.createQueryBuilder().insert().into(CoursePictureEntity).values(rows).orIgnore().execute();
  }

  /** A picture that some version of a course shows. */
  async picture(tx: Tx, courseCode: string, sha256: string): Promise<CoursePictureEntity | null> {
    const isShown = await tx.manager
      .createQueryBuilder(CourseVersionEntity, 'version')
      .where('version.courseCode = :courseCode', { courseCode })
      .andWhere(`version.definition->'pictures' @> :picture::jsonb`, { picture: JSON.stringify([{ sha256 }]) })
      .getExists();
    return isShown ? tx.manager.findOneBy(CoursePictureEntity, { contentHash: sha256 }) : null;
  }

  async makeCurrent(tx: Tx, course: { code: string; currentVersionId: string; quizCode: string }): Promise<void> {
    const { code, ...current } = course;
    const { affected } = await tx.manager.update(CourseEntity, { code }, current);
    if (affected === 0) await tx.manager.insert(CourseEntity, { code, ...current, createdAt: tx.now });
  }

  lessonsOf(tx: Tx, courseVersionId: string): Promise<LessonEntity[]> {
    return tx.manager.find(LessonEntity, { where: { courseVersionId }, order: { place: 'ASC' } });
  }

  lesson(tx: Tx, id: string): Promise<LessonEntity | null> {
    return tx.manager.findOneBy(LessonEntity, { id });
  }
}
