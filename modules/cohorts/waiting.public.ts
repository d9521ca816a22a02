export { WaitingGroups, type GroupAhead, type InvitationAhead } from './persistence/waiting.js';
