export { WaitingConduct, type WaitingForParty } from './persistence/waiting.js';
