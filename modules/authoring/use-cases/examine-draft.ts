import { Injectable } from '@nestjs/common';
import { projectRoot } from '../../../src/config/project-root.js';
import { Remembered } from '../../../src/kernel/remembered.js';
import { contentIdOf } from '../../../src/platform/content/content-id.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readAvoidList } from '../../../src/platform/language/avoid-list.js';
import { Competencies, type Competency } from '../../competencies/competencies.public.js';
import {
  ReadVersions,
  readCourseFile,
  readCourseFolder,
  type ContentRules,
  type CourseFolder,
  type CourseOfPreview,
  type Picture,
  type PublishedVersion,
} from '../../courses/authoring.public.js';
import type { DraftTexts } from '../domain/draft-files.js';
import type { CommunityApprovalEntity } from '../persistence/community-approval.entity.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { ReviewRepository } from '../persistence/review.repository.js';
import type { WordedPicture } from '../domain/picture-difference.js';
import { DraftPictures, type DraftPicture } from './draft-pictures.js';
import { awaitedLearning, type AwaitedLearning } from './awaited-learning.js';
import type { CourseSource } from './worded-pictures.js';

/** Learning of a draft that waits for a community. */
export interface AwaitedWord {
  readonly categoryCode: string;
  readonly title: string;
  /** Whose word is awaited, in the words of the framework. */
  readonly awaiting: string;
  /** Of the texts and of the pictures that they show. */
  readonly textHash: string;
  /** Files that hold the learning, by path. */
  readonly paths: readonly string[];
  /** What those files show. */
  readonly pictures: readonly WordedPicture[];
  /** Null before a named reviewer agreed to this very text, with these very pictures. */
  readonly approval: CommunityApprovalEntity | null;
}

export interface Examination {
  readonly folder: CourseFolder;
  readonly awaited: readonly AwaitedWord[];
  readonly base: PublishedVersion | null;
  readonly pictures: readonly DraftPicture[];
  /** For previews, as far as course.yaml can be read. */
  readonly course: CourseOfPreview;
  /** The files of lessons in the order in which course.yaml names them; none while it cannot be read. */
  readonly lessons: readonly string[];
}

/** Drafts that are open side by side, with what is being typed into them: some hundred kilobytes each. */
const REMEMBERED = 20;

/** What the checks of content say of a draft, held against what is published. */
@Injectable()
export class ExamineDraft {
  private readonly avoided = readAvoidList(projectRoot);
  private readonly read = new Remembered<CourseFolder>(REMEMBERED);
  private readonly learning = new Remembered<AwaitedLearning>(REMEMBERED);

  constructor(
    private readonly competencies: Competencies,
    private readonly versions: ReadVersions,
    private readonly reviews: ReviewRepository,
    private readonly pictures: DraftPictures,
  ) {}

  /** @param texts the files of the draft, or what somebody is about to save in their place */
  async execute(
    tx: Tx,
    draft: Pick<CourseDraftEntity, 'id' | 'courseCode' | 'baseVersionId'>,
    texts: DraftTexts,
  ): Promise<Examination> {
    const known = await this.competencies.byCode(tx);
    const pictures = await this.pictures.of(tx, draft);
    const awaited = await this.awaitedIn(tx, draft.courseCode, { texts, pictures }, known);
    const approved = new Set(awaited.filter(({ approval }) => approval).map(({ categoryCode }) => categoryCode));
    const { baseVersionId } = draft;
    const base = baseVersionId === null ? null : await this.versions.one(tx, draft.courseCode, baseVersionId);
    const file = readCourseFile(texts.get('course.yaml') ?? '');
    const folder = this.folderOf(
      { name: draft.courseCode, texts, pictures },
      {
        known: new Map([...known].map(([code, one]) => [code, approved.has(code) ? { ...one, awaiting: null } : one])),
        avoided: this.avoided,
        prerequisites: new Map([
          ...(await this.versions.prerequisites(tx)),
          [draft.courseCode, file?.prerequisites ?? []],
        ]),
      },
    );
    const course = courseOf(draft.courseCode, file ?? base?.definition ?? null, pictures);
    return { folder, awaited, base, pictures, course, lessons: file?.lessons ?? [] };
  }

  private async awaitedIn(
    tx: Tx,
    courseCode: string,
    source: CourseSource,
    known: ReadonlyMap<string, Competency>,
  ): Promise<AwaitedWord[]> {
    const words: AwaitedWord[] = [];
    for (const { code, title, awaiting } of known.values()) {
      if (!awaiting) continue;
      const isAwaited = (one: string) => one === code || known.get(one)?.categoryCode === code;
      const statements = [...known.keys()].filter(isAwaited);
      const key = contentIdOf([statements, [...source.texts], source.pictures.map(wordsAndHash)]);
      const learning = this.learning.of(key, () => awaitedLearning(source, isAwaited));
      if (learning.paths.length === 0) continue;
      const textHash = contentIdOf(learning);
      const approval = await this.reviews.approvalOf(tx, { courseCode, categoryCode: code, textHash });
      const { paths, pictures = [] } = learning;
      words.push({ categoryCode: code, title, awaiting, textHash, paths, pictures, approval });
    }
    return words;
  }

  /** The checks of all files together: tens of milliseconds, and the same for the same texts. The bytes of pictures are not kept with it. */
  private folderOf(source: CourseSource & { name: string; pictures: readonly Picture[] }, rules: ContentRules) {
    const { name, texts, pictures } = source;
    const known = [...rules.known.values()].map(({ code, categoryCode, awaiting }) => [code, categoryCode, awaiting]);
    const key = contentIdOf([name, [...texts], pictures.map(wordsAndHash), known, [...rules.prerequisites]]);
    const read = () => ({ ...readCourseFolder(filesOf(texts, pictures), name, rules), pictures: [] });
    return { ...this.read.of(key, read), pictures };
  }
}

const wordsAndHash = ({ name, sha256, alt = '' }: CourseSource['pictures'][number]) => [name, sha256, alt];

function filesOf(texts: DraftTexts, pictures: readonly Picture[]) {
  return {
    text: (path: string) => texts.get(path) ?? null,
    pictures: () => pictures.map((picture) => ({ name: picture.name, picture })),
  };
}

function courseOf(
  code: string,
  file: Omit<CourseOfPreview, 'code' | 'pictures'> | null,
  pictures: readonly Picture[],
): CourseOfPreview {
  const { title, language, support_note } = file ?? { title: code, language: 'en', support_note: '' };
  return { code, title, language, support_note, pictures };
}
