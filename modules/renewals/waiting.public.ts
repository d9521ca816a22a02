export { WaitingRenewals } from './persistence/waiting.js';
