import { describeAccess } from './describe-access.js';
import { examCentres } from './exam-centres.js';

describeAccess('approved training and exam centres', examCentres);
