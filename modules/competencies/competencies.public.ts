/** The door of competencies: which there are, what they are called, what teaches them. */
export { Competencies } from './use-cases/competencies.js';
export { readFrameworkFiles, type FrameworkFiles } from './use-cases/read-framework-files.js';
export type { FrameworkLoad } from './use-cases/load-frameworks.js';
export type { Competency, TopicKind } from './domain/framework.js';
export type { Coverage } from './domain/coverage.js';
export type { CategoryOutline, CompetencyOutline, FrameworkOutline } from './domain/outline.js';
