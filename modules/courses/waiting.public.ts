export { WaitingCompletions } from './persistence/waiting.js';
