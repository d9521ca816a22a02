export { WaitingItems } from './persistence/waiting.js';
