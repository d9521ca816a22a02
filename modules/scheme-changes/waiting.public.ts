export { WaitingDrafts } from './persistence/waiting.js';
