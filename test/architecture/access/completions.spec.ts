import { completions } from './completions.js';
import { describeAccess } from './describe-access.js';

describeAccess('certificates of completion', completions);
