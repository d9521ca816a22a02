import { describeAccess } from './describe-access.js';
import { register } from './register.js';

describeAccess('the register', register);
