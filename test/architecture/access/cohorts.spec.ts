import { cohorts } from './cohorts.js';
import { describeAccess } from './describe-access.js';

describeAccess('groups that learn together', cohorts);
