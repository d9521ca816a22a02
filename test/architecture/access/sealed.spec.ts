import { describeAccess } from './describe-access.js';
import { sealed } from './sealed.js';

describeAccess('sealed files and what leads into them', sealed);
