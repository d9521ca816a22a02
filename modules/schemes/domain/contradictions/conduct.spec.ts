import { refuses, type Written } from '../../../../test/scenarios/support/contradicting.js';

const complaint = { limit: 'P3Y', acknowledge: 'P5BD', decide: 'P90D' };
const discipline = (given: Written) => ({ discipline: { outcomes: ['suspended'], ...given } });

describe('rules about conduct that nobody could keep are refused:', () => {
  refuses([
    [
      'a complaint that is decided before it is acknowledged',
      discipline({ complaint: { ...complaint, acknowledge: 'P4M' } }),
      'discipline.complaint.acknowledge',
      /before it has to be acknowledged/,
    ],
    [
      'a suspension at once that is over at once',
      discipline({ emergency: { confirm_within: 'P0D' } }),
      'discipline.emergency.confirm_within',
      /before anybody could/,
    ],
    [
      'a suspension at once that outlasts its complaint',
      discipline({ complaint, emergency: { confirm_within: 'P91D' } }),
      'discipline.emergency.confirm_within',
      /has to be decided \(P90D\)/,
    ],
  ]);
});
