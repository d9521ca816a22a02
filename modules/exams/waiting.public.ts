export { WaitingExamWork } from './persistence/waiting.js';
