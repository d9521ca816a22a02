export { WaitingApplications, type WaitingForApplicant } from './persistence/waiting.js';
