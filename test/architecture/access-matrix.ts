import { accommodations } from './access/accommodations.js';
import { accounts } from './access/accounts.js';
import { authoring } from './access/authoring.js';
import { cohorts } from './access/cohorts.js';
import { completions } from './access/completions.js';
import { conduct } from './access/conduct.js';
import { examCentres } from './access/exam-centres.js';
import { examRescoring } from './access/exam-rescoring.js';
import { examStatistics } from './access/exam-statistics.js';
import { exams } from './access/exams.js';
import { itemBank } from './access/item-bank.js';
import { learning } from './access/learning.js';
import { register } from './access/register.js';
import { sealed } from './access/sealed.js';
import { work } from './access/work.js';
import { rulesInTheMaking } from './access/rules-in-the-making.js';
import type { Row } from './access/rules.js';

/** Every route of the product and who may call it. `:token`, `:code` and the like are filled in by the test. */
export const matrix: Record<string, Row> = {
  ...accommodations,
  ...accounts,
  ...authoring,
  ...cohorts,
  ...completions,
  ...conduct,
  ...examCentres,
  ...exams,
  ...examRescoring,
  ...examStatistics,
  ...itemBank,
  ...learning,
  ...register,
  ...sealed,
  ...work,
  ...rulesInTheMaking,
};
