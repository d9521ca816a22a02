import { describeAccess } from './describe-access.js';
import { work } from './work.js';

describeAccess('what goes on around applications', work);
