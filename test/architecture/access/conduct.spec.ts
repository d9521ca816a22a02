import { conduct } from './conduct.js';
import { describeAccess } from './describe-access.js';

describeAccess('complaints and appeals', conduct);
