export { OpenApplications } from './persistence/open-applications.js';
export type { PersonRange } from './persistence/open-applications.js';
