import { useApp } from '../../test/support/app.js';
import { apply, arrangeCase } from './testing/certification-case.js';
import { BeginApplication } from './use-cases/begin-application.js';
import { CloseOverdue } from './use-cases/close-overdue.js';

describe('an application whose time under its scheme has run out', () => {
  const test = useApp();
  const limited = { application: { decision_within: null, valid_for: 'P30D' } };
  const close = () => test.run((tx) => test.get(CloseOverdue).execute(tx));
  const stateOf = async (id: string): Promise<string> =>
    (await test.owner.query('select state from application where id = $1', [id])).rows[0].state;

  it('closes on the day after, in the body’s zone, while it is the person’s turn and never while it is the body’s', async () => {
    const [drafting, waiting, unlimited] = [
      await arrangeCase(test, limited),
      await arrangeCase(test, limited),
      await arrangeCase(test),
    ];
    const begin = ({ applicant, schemeCode, bodyId }: typeof drafting) =>
      test.run((tx) => test.get(BeginApplication).execute(tx, { schemeCode, bodyId }), applicant);
    const { applicationId: draft } = await begin(drafting);
    const { applicationId: endless } = await begin(unlimited);
    const sent = await apply(test, waiting);

    // Begun 21 November, open through 21 December; in Chicago that day lasts until 06:00 UTC on the 22nd.
    test.clock.set('2026-12-22T05:59:00Z');
    await close();
    expect(await stateOf(draft)).toBe('draft');
    test.clock.set('2026-12-22T06:00:00Z');
    await close();
    await close();
    expect([await stateOf(draft), await stateOf(sent), await stateOf(endless)]).toEqual([
      'timed_out',
      'submitted',
      'draft',
    ]);
    const again = await begin(drafting);
    expect(again.applicationId).not.toBe(draft);
  });
});
