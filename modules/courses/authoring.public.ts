/** The door of courses for those who write them: versions as files, the checks, and pages as learners get them. */
export type { CourseFiles } from './use-cases/course-files.js';
export {
  MOST_BYTES,
  pictureEnd,
  pictureFileName,
  readPicture,
  type Picture,
  type PictureReference,
  type PictureType,
} from './domain/picture.js';
export { shownPictures, type ShownPicture } from './domain/shown-pictures.js';
export { fitPicture } from './photos/fit-picture.js';
export type { CourseDefinition } from './domain/course-definition.js';
export type { KnownCompetency } from './domain/course-checks.js';
export { HIGHEST_GRADE } from './domain/course-checks.js';
export { courseTexts } from './use-cases/course-texts.js';
export { lessonNumbers, readCourseFile, readLesson, readSession, type LessonNumbers } from './use-cases/read-texts.js';
export { readCourseFolder, type ContentRules, type CourseFolder } from './use-cases/read-course-folder.js';
export { ReadVersions, type PublishedVersion, type VersionInUse } from './use-cases/read-versions.js';
export { lessonPreview, sessionPreview, type CourseOfPreview } from './http/preview.page.js';
