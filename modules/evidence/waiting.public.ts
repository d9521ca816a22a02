export { WaitingEvidence } from './persistence/waiting.js';
