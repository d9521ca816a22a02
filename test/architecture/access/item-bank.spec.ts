import { describeAccess } from './describe-access.js';
import { itemBank } from './item-bank.js';

describeAccess('the item bank', itemBank);
