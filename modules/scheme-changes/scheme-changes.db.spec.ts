import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { apply, giveEvidence, signedIn } from '../certification/testing/certification-case.js';
import { Schemes } from '../schemes/schemes.public.js';
import { renewalCase } from '../renewals/testing/renewal-case.js';
import { draftCase, stricter } from './testing/draft-case.js';
import { draftMoves, previewMoves } from './domain/states.js';
import { DecideDraft } from './use-cases/decide-draft.js';
import { ReadTouched } from './use-cases/read-touched.js';

const CE = ['total_hours: 20, buckets', 'total_hours: 24, buckets'] as const;
const FOR_HOLDERS = ['    unsure:', '    applies_to_existing_holders: true\n    unsure:'] as const;

describe('a new version of a scheme', () => {
  const test = useApp();
  const drafts = draftCase(test);
  const renewals = renewalCase(test);

  it('is kept as a draft and shown as differences to the version that would cover its first day', async () => {
    const arranged = await drafts.arrange();
    const id = await drafts.bring(arranged);
    const { changes, base, impact } = await drafts.read(id, arranged.colleague);
    expect(base.id).toBe(arranged.schemeVersionId);
    expect(changes).toEqual([
      { path: 'version', before: '4-domain', after: '5-domain' },
      { path: 'training › total_hours', before: '46', after: '48' },
      { path: 'training › buckets › ethical_responsibility › min_hours', before: '16', after: '18' },
    ]);
    expect(impact).toBeNull();
  });

  it.each([
    ['a key nobody knows', stricter(['    fees:', '    fee_list: 3\n    fees:']), /Line \d+: .*fee_list/],
    ['parts above the whole', stricter(['total_hours: 48', 'total_hours: 12']), /Line \d+/],
    ['another certification', stricter(['id: icrc-pr', 'id: tx-rsps']), /runs no certification/],
    ['no YAML', 'schemes: [', /Line \d+/],
  ])('is given back with its place where it holds %s', async (_, text, told) => {
    const arranged = await drafts.arrange();
    await expect(drafts.bring(arranged, text)).rejects.toMatchObject({
      kind: 'invalid',
      fields: expect.arrayContaining([{ field: 'text', message: expect.stringMatching(told) }]),
    });
  });

  it('begins tomorrow at the earliest, in the zone of the body', async () => {
    const arranged = await drafts.arrange();
    await expect(drafts.bring(arranged, stricter(), { from: '2026-11-21' })).rejects.toMatchObject({
      code: 'scheme_changes.day_has_begun',
    });
    test.clock.set('2026-11-22T03:00:00Z'); // still the 21st in Chicago
    await expect(drafts.bring(arranged, stricter(), { from: '2026-11-22' })).resolves.toBeTruthy();
  });

  it('is nobody else’s: not another body’s administrator’s, not a reviewer’s', async () => {
    const arranged = await drafts.arrange();
    const other = await drafts.arrange();
    const id = await drafts.bring(arranged);
    for (const stranger of [other.administrator, arranged.reviewer, arranged.applicant]) {
      await expect(drafts.read(id, stranger)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(drafts.ask(id, stranger)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(drafts.publish(id, stranger)).rejects.toMatchObject({ kind: 'not_found' });
      await expect(drafts.bring(arranged, stricter(), { by: stranger })).rejects.toMatchObject({ kind: 'not_found' });
    }
  });

  describe('published', () => {
    it('takes a preview and a second person, and then covers its days; those before keep their rules', async () => {
      const arranged = await drafts.arrange();
      const { administrator, colleague, bodyId, schemeCode, schemeVersionId } = arranged;
      const id = await drafts.bring(arranged);
      await expect(drafts.publish(id, colleague)).rejects.toMatchObject({ code: 'scheme_changes.preview_first' });
      await drafts.ask(id, administrator);
      await expect(drafts.publish(id, colleague)).rejects.toMatchObject({ code: 'scheme_changes.preview_first' });
      await test.runEffects();
      await expect(drafts.publish(id, administrator)).rejects.toMatchObject({ code: 'scheme_changes.own_draft' });
      const { versionId } = await drafts.publish(id, colleague);
      await expect(drafts.publish(id, colleague)).rejects.toMatchObject({ code: 'scheme_changes.settled' });

      const on = (day: string) =>
        test.run((tx) => test.get(Schemes).current(tx, schemeCode, Temporal.PlainDate.from(day), bodyId));
      expect((await on('2026-12-31')).id).toBe(schemeVersionId);
      expect(await on('2027-01-01')).toMatchObject({ id: versionId, version: '5-domain', confirmed: true });
    });

    it('is not published over another that came first, whose differences nobody has seen', async () => {
      const arranged = await drafts.arrange();
      const { administrator, colleague } = arranged;
      const first = await drafts.bring(arranged);
      const second = await drafts.bring(arranged, stricter(['"5-domain"', '"6-domain"']), { from: '2027-02-01' });
      for (const id of [first, second]) await drafts.ask(id, administrator);
      await test.runEffects();
      await drafts.publish(first, colleague);
      await expect(drafts.publish(second, colleague)).rejects.toMatchObject({ code: 'scheme_changes.rules_moved' });
    });

    it('is refused by the database too, for its own author and from any state but draft', async () => {
      const arranged = await drafts.arrange();
      const id = await drafts.bring(arranged);
      const settle = (state: string, by: string, version = 'null') =>
        test.owner.query(
          `update scheme_draft set state = $2, settled_by = $3, settled_at = now(), published_version_id = ${version} where id = $1`,
          [id, state, by],
        );
      await expect(settle('published', arranged.administrator.personId, 'base_version_id')).rejects.toThrow(/check/);
      await settle('discarded', arranged.administrator.personId);
      await expect(settle('replaced', arranged.colleague.personId)).rejects.toThrow(/cannot become replaced/);
      const listed = async (table: string) =>
        (await test.owner.query(`select move, from_state, to_state from ${table} order by move`)).rows;
      const rowsOf = (moves: Record<string, Record<string, string>>) =>
        Object.entries(moves)
          .flatMap(([move, pairs]) =>
            Object.entries(pairs).map(([from_state, to_state]) => ({ move, from_state, to_state })),
          )
          .toSorted((a, b) => (a.move < b.move ? -1 : 1));
      expect(await listed('scheme_draft_move')).toEqual(rowsOf(draftMoves));
      expect(await listed('impact_preview_move')).toEqual(rowsOf(previewMoves));
    });

    it('gives way to another text, and its preview stops', async () => {
      const arranged = await drafts.arrange();
      const id = await drafts.bring(arranged);
      await drafts.ask(id, arranged.administrator);
      const next = await drafts.bring(arranged, stricter(['"5-domain"', '"5b"']), { replaces: id });
      await test.runEffects();
      expect(await drafts.read(id, arranged.colleague)).toMatchObject({
        state: 'replaced',
        impact: { state: 'stopped' },
      });
      await expect(test.run((tx) => test.get(DecideDraft).discard(tx, id), arranged.colleague)).rejects.toMatchObject({
        code: 'scheme_changes.settled',
      });
      expect(await drafts.read(next, arranged.colleague)).toMatchObject({ state: 'draft', impact: null });
    });
  });

  describe('previewed', () => {
    it('tells who of the open applications would lose and by which clause; all keep the version they began under', async () => {
      const arranged = await drafts.arrange();
      await giveEvidence(test, arranged);
      await apply(test, arranged);
      const bare = { ...arranged, applicant: await signedIn(test, 'Nora Nothing') };
      await apply(test, bare);

      const id = await drafts.bring(arranged);
      await drafts.ask(id, arranged.administrator);
      await test.runEffects();
      const { impact } = await drafts.read(id, arranged.colleague);
      expect(impact).toMatchObject({
        state: 'done',
        cohorts: [
          { kind: 'application', total: 2, counted: 2, bound: 0 },
          { kind: 'credential', total: 0, counted: 0, bound: 0 },
        ],
      });
      expect(impact?.counts).toEqual([
        { kind: 'application', outcome: 'loses', bound: false, count: 1 },
        { kind: 'application', outcome: 'needs', bound: false, count: 1 },
      ]);
      const ethics = impact?.clauses.find(({ clause }) => clause === 'training.ethical_responsibility');
      expect(ethics).toMatchObject({ effect: 'more', unit: 'minutes', people: 2, most: 120 });
      expect(ethics?.title[0]).toMatch(/raining/);

      const page = (question: object, length?: number) =>
        test.run((tx) => test.get(ReadTouched).page(tx, id, question, length), arranged.administrator);
      const first = await page({}, 1);
      expect(first.rows[0]).toMatchObject({ name: 'Rosalind Okonkwo', outcome: 'loses' });
      const second = await page({ after: first.next ?? '' }, 1);
      expect(second).toMatchObject({ rows: [{ name: 'Nora Nothing', outcome: 'needs' }], next: null });
      expect((await page({ outcome: 'gains' })).rows).toEqual([]);
      expect((await page({ clause: 'training.ethical_responsibility' })).rows).toHaveLength(2);
    });

    it.each([
      ['stay under the rules of their grant where the draft says nothing', [CE], false],
      ['come under the new version where it says so', [CE, FOR_HOLDERS], true],
    ] as const)('holders %s', async (_, changes, bound) => {
      const held = await renewals.holder();
      await renewals.enough(held);
      renewals.on('2028-10-15');
      const { bodyId } = held.arranged;
      const administrator = await signedIn(test, 'Ada Administrator', bodyId, 'administrator');
      const arranged = { ...held.arranged, administrator, colleague: administrator };
      const id = await drafts.bring(arranged, stricter(...changes), { from: '2028-11-01' });
      await drafts.ask(id, administrator);
      await test.runEffects();
      const { impact, holdsForHolders } = await drafts.read(id, administrator);
      expect(holdsForHolders).toBe(bound);
      expect(impact?.cohorts[1]).toMatchObject({ kind: 'credential', counted: 1, bound: bound ? 1 : 0 });
      expect(impact?.counts).toEqual([{ kind: 'credential', outcome: 'loses', bound, count: 1 }]);
      expect(impact?.clauses).toMatchObject([{ clause: 'continuing_education', effect: 'more', most: 240 }]);
    });
  });
});
