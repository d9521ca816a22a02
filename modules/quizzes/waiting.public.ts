export { WaitingAccommodations } from './persistence/waiting.js';
