export { WaitingGroups, type GroupAhead, type InvitationAhead } from './persistence/waiting.js';
export { TeachingAhead, type TaughtGroup } from './persistence/teaching-ahead.js';
