export { WaitingErasures } from './persistence/waiting.js';
