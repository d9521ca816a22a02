import { describeAccess } from './describe-access.js';
import { examStatistics } from './exam-statistics.js';

describeAccess('how forms of exams and their items did', examStatistics);
