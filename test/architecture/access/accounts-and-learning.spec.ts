import { accounts } from './accounts.js';
import { describeAccess } from './describe-access.js';
import { learning } from './learning.js';

// one world for both: a world takes longer to make than the accounts to be walked through
describeAccess('accounts and to learning', { ...accounts, ...learning });
