export { WaitingAtRegister } from './persistence/waiting.js';
