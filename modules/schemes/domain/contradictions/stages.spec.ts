import { refuses, type Written } from '../../../../test/scenarios/support/contradicting.js';

const training = (rule: Written) => ({ training: { total_hours: 40, buckets: [], ...rule } });
const rule = (...prerequisites: unknown[]) => ({ prerequisites });
const stages = (...list: unknown[]) => ({ credential: { stages: list } });
const full = { code: 'full', validity: 'P2Y' };

describe('rules about stages that nobody could meet are refused:', () => {
  refuses([
    ['a stage twice', stages(full, full), 'credential.stages.1.code', /listed twice/],
    [
      'a stage that nothing leads to',
      stages({ code: 'initial', validity: 'P6M' }, full),
      'credential.stages.1',
      /nothing leads to the stage full/,
    ],
    [
      'extensions of unknown length',
      stages({ ...full, extensions: 1 }),
      'credential.stages.0.extensions',
      /by how long/,
    ],
    [
      'an extension that is never given',
      stages({ ...full, extension: 'P6M' }),
      'credential.stages.0.extension',
      /how often/,
    ],
    [
      'a stage that is never valid',
      stages({ ...full, validity: 'P0D' }),
      'credential.stages.0.validity',
      /never be valid/,
    ],
    [
      'a fixed day that is not in every year',
      stages({ ...full, starts: { fixed_day: '02-29', years: 'odd' } }),
      'credential.stages.0.starts.fixed_day',
      /no day 02-29/,
    ],
    [
      'a fixed day that does not exist',
      stages({ ...full, starts: { fixed_day: '04-31', years: 'every' } }),
      'credential.stages.0.starts.fixed_day',
      /no day 04-31/,
    ],
    [
      'a term from an exam that is not held',
      stages({ ...full, starts: 'exam_pass_date' }),
      'credential.stages.0.starts',
      /has none/,
    ],
    ['a rule of an unknown stage', training({ stage: 'gold' }), 'training.stage', /no stage gold/],
    [
      'a requirement of an unknown stage',
      rule({ code: 'x', kind: 'signature', stage: 'gold' }),
      'prerequisites.0.stage',
      /no stage gold/,
    ],
  ]);
});
