export { WaitingCourseDrafts, type WaitingDraftCounts } from './persistence/waiting.js';
