import { describeAccess } from './describe-access.js';
import { exams } from './exams.js';

describeAccess('exams that are sat here', exams);
