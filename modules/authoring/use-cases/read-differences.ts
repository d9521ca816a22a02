import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dateIn } from '../../../src/kernel/dates.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions, type PublishedVersion } from '../../courses/authoring.public.js';
import { versionNotFound } from '../authoring.errors.js';
import { inOrder } from '../domain/draft-files.js';
import { pictureDifferences, type PictureDifference } from '../domain/picture-difference.js';
import { textDifference, type DifferenceLine } from '../domain/text-difference.js';
import { FindDraft, organizationsReadFor } from './find-draft.js';
import { ReadDraftTexts } from './read-draft-texts.js';
import { VersionTexts } from './version-texts.js';
import { wordedPictures, type CourseSource } from './worded-pictures.js';

export interface FileDifference {
  readonly path: string;
  readonly change: 'changed' | 'added' | 'removed';
  readonly lines: readonly DifferenceLine[];
}

export interface VersionLine {
  readonly id: string;
  /** What its authors call it. */
  readonly name: string;
  readonly origin: 'content' | 'author';
  readonly isCurrent: boolean;
  /** The day it was where its reader's organization is. */
  readonly publishedOn: Temporal.PlainDate;
}

interface Differences {
  readonly files: readonly FileDifference[];
  readonly pictures: readonly PictureDifference[];
  /** The questions are not compared: those of one version are not known (see {@link VersionTexts.of}). */
  readonly withoutQuiz: boolean;
}

/** Two texts of one course, file by file and picture by picture. */
@Injectable()
export class ReadDifferences {
  constructor(
    private readonly find: FindDraft,
    private readonly reading: ReadDraftTexts,
    private readonly versions: ReadVersions,
    private readonly texts: VersionTexts,
  ) {}

  /** A draft against a version; against the one it was begun from when none is named. @throws DomainError not_found */
  async ofDraft(tx: Tx, draftId: string, versionId?: string) {
    const draft = await this.find.execute(tx, draftId);
    const versions = await this.versions.of(tx, draft.courseCode);
    const wanted = versionId ?? draft.baseVersionId;
    const before = versions.find(({ id }) => id === wanted);
    if (versionId !== undefined && !before) throw versionNotFound();
    const { texts, examination } = await this.reading.execute(tx, draft);
    const lineOf = lineIn((await this.reading.place(tx, draft)).timeZone);
    return {
      draft,
      title: examination.course.title,
      versions: versions.map(lineOf),
      before: before ? lineOf(before) : null,
      ...differences(before ? await this.published(tx, before) : null, { texts, pictures: examination.pictures }),
    };
  }

  /** Two versions of a course; its two newest when none are named. @throws DomainError not_found, authoring.no_author */
  async ofVersions(tx: Tx, courseCode: string, { from, to }: { from?: string | undefined; to?: string | undefined }) {
    const [organizationId = ''] = organizationsReadFor(tx);
    const versions = await this.versions.of(tx, courseCode);
    const pick = (id: string | undefined, otherwise: PublishedVersion | undefined) =>
      id === undefined ? otherwise : versions.find((one) => one.id === id);
    const after = pick(to, versions.find(({ isCurrent }) => isCurrent) ?? versions[0]);
    const before = pick(from, versions.find((one) => one !== after) ?? after);
    if (!before || !after) throw versionNotFound();
    const lineOf = lineIn((await this.reading.place(tx, { organizationId })).timeZone);
    return {
      courseCode,
      title: after.definition.title,
      versions: versions.map(lineOf),
      before: lineOf(before),
      after: lineOf(after),
      ...differences(await this.published(tx, before), await this.published(tx, after)),
    };
  }

  private async published(tx: Tx, version: PublishedVersion): Promise<CourseSource> {
    return { texts: await this.texts.of(tx, version), pictures: version.definition.pictures ?? [] };
  }
}

function lineIn(timeZone: string) {
  return ({ id, origin, isCurrent, createdAt, definition }: PublishedVersion): VersionLine => {
    return { id, name: definition.version, origin, isCurrent, publishedOn: dateIn(timeZone, createdAt) };
  };
}

const QUIZ = 'quiz.yaml';

/**
 * Files and pictures that are alike are left out.
 * @param old null for a course that is new
 */
function differences(old: CourseSource | null, fresh: CourseSource): Differences {
  const [before, after] = [old?.texts ?? null, fresh.texts];
  const withoutQuiz = before !== null && before.has(QUIZ) !== after.has(QUIZ);
  const paths = inOrder(new Set([...(before?.keys() ?? []), ...after.keys()]));
  const files = paths.flatMap((path) => {
    const lines = path === QUIZ && withoutQuiz ? [] : textDifference(before?.get(path) ?? '', after.get(path) ?? '');
    if (lines.length === 0) return [];
    const change = !before?.has(path) ? 'added' : after.has(path) ? 'changed' : 'removed';
    return [{ path, change, lines } as const];
  });
  const pictures = pictureDifferences(old ? wordedPictures(old) : [], wordedPictures(fresh));
  return { files, pictures, withoutQuiz };
}
