import { describeAccess } from './describe-access.js';
import { rulesInTheMaking } from './rules-in-the-making.js';

describeAccess('rules in the making', rulesInTheMaking);
