import { authoring } from './authoring.js';
import { describeAccess } from './describe-access.js';

describeAccess('courses in the making', authoring);
