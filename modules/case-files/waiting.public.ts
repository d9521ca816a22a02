export { WaitingCaseFiles } from './persistence/waiting.js';
