export { Holders, type Holding } from './persistence/holders.js';
