import { describeAccess } from './describe-access.js';
import { accommodations } from './accommodations.js';

describeAccess('accommodations', accommodations);
