import { describeAccess } from './describe-access.js';
import { examRescoring } from './exam-rescoring.js';

describeAccess('challenges, rescoring and decisions about a pass', examRescoring);
