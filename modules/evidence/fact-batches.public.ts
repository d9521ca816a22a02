export { FactBatches } from './persistence/fact-batches.js';
