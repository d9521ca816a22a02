import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { useApp } from '../../test/support/app.js';
import { businessOf } from '../../test/support/by-person-id.js';
import { insertPerson } from '../../test/support/factories/person.js';
import { projectRoot } from '../../src/config/project-root.js';
import { readScenario } from '../../test/scenarios/support/scenario.js';
import { fact } from '../../test/scenarios/support/facts.js';
import { Evidence } from '../evidence/evidence.public.js';
import { Organizations } from '../organizations/organizations.public.js';
import { SchemesModule } from './schemes.module.js';
import { Eligibility, SchemeContent, Schemes } from './schemes.public.js';
import { LoadSchemes } from './use-cases/load-schemes.js';
import { readSchemeFiles } from './use-cases/read-scheme-files.js';

const contentDir = join(projectRoot, 'content');
const date = (text: string) => Temporal.PlainDate.from(text);

describe('schemes in the database', () => {
  const test = useApp({ business: businessOf([SchemesModule]) });
  let bodyId: string;

  beforeAll(async () => {
    bodyId = await test.run(async (tx) => {
      const body = await test.get(Organizations).found(tx, {
        kind: 'certifying-body',
        name: 'North Harbor Peer Board',
        slug: 'north-harbor',
        timeZone: 'America/New_York',
        address: '1 Quay Street',
        contactEmail: 'board@north-harbor.example',
        scopeStatement: 'Peer recovery',
      });
      return body.id;
    });
  });

  const load = () => test.run((tx) => test.get(SchemeContent).load(tx, contentDir));

  it('are published once, and a second load does nothing', async () => {
    expect(await load()).toMatchObject({ published: ['icrc-pr 4-domain, from 2020-01-01'], unchanged: 0, faults: [] });
    expect(await load()).toMatchObject({ published: [], unchanged: 1, faults: [] });
    const audited = await test.owner.query(
      `select count(*)::int as n from audit where action = 'schemes.version.published'`,
    );
    expect(audited.rows[0].n).toBe(1);
  });

  it('are found by code and date, and by id, unconfirmed until the body confirms', async () => {
    await test.run(async (tx) => {
      const version = await test.get(Schemes).current(tx, 'icrc-pr', date('2026-03-01'));
      expect(version).toMatchObject({ code: 'icrc-pr', bodyId, confirmed: false, title: 'Peer Recovery (PR)' });
      expect(await test.get(Schemes).version(tx, version.id)).toEqual(version);
      expect(version.definition.exam?.score.pass).toBe(500);
    });
  });

  it('have no version before the first began, and none under an unknown code', async () => {
    const current = (code: string, on: string) => test.run((tx) => test.get(Schemes).current(tx, code, date(on)));
    await expect(current('icrc-pr', '2019-12-31')).rejects.toMatchObject({ code: 'schemes.no_version_on_date' });
    await expect(current('unknown', '2026-01-01')).rejects.toMatchObject({ kind: 'not_found' });
  });

  const files = (change: (name: string, text: string) => string) =>
    readSchemeFiles(contentDir).map(({ file, text }) => ({ file, text: change(file.split('/').at(-1)!, text) }));

  it('stay as they were when a changed file has a fault, or changes rules that are in force', async () => {
    const faulty = files((name, text) =>
      name === 'icrc-pr.yaml' ? text.replace('total_hours: 46', 'total_hours: 45') : text,
    );
    const changed = files((name, text) => (name === 'icrc-pr.yaml' ? text.replace('pass: 500', 'pass: 510') : text));
    const homeless = files((name, text) =>
      name === 'publications.yaml' ? text.replace('north-harbor', 'nowhere') : text,
    );
    const reasons = await test.run(async (tx) => {
      const loads = [faulty, changed, homeless].map((set) => () => test.get(LoadSchemes).execute(tx, set));
      const found: string[] = [];
      for (const one of loads) {
        const { faults, leftOut } = await one();
        found.push([...faults, ...leftOut].map(({ line, reason }) => `${line} ${reason}`).join());
      }
      return found;
    });
    expect(reasons[0]).toMatch(/^14 .*add up to 46/);
    expect(reasons[1]).toMatch(/later effective_from/);
    expect(reasons[2]).toMatch(/no certifying body nowhere/);
    expect(await test.run((tx) => test.get(Schemes).all(tx))).toHaveLength(1);
  });

  it('take over from a later day, and the earlier days keep their version', async () => {
    const next = files((name, text) => {
      if (name === 'icrc-pr.yaml') {
        const second = text
          .slice(text.indexOf('  - id'))
          .replace('"4-domain"', '"2027"')
          .replace('pass: 500', 'pass: 510');
        return text + second;
      }
      return name === 'publications.yaml'
        ? `${text}  - { scheme: icrc-pr, version: "2027", body: north-harbor, effective_from: 2027-01-01, confirmed: true }\n`
        : text;
    });
    await test.run(async (tx) => {
      expect(await test.get(LoadSchemes).execute(tx, next)).toMatchObject({
        published: ['icrc-pr 2027, from 2027-01-01'],
        confirmed: ['icrc-pr 2027, from 2027-01-01'],
        unchanged: 1,
      });
      const on = async (day: string) => (await test.get(Schemes).current(tx, 'icrc-pr', date(day))).version;
      expect(await on('2026-12-31')).toBe('4-domain');
      expect(await on('2027-01-01')).toBe('2027');
      expect((await test.get(Schemes).current(tx, 'icrc-pr', date('2027-01-01'))).confirmed).toBe(true);
    });
  });

  it('refuse every change to what was published', async () => {
    for (const sql of [
      'update scheme_version set title = title',
      'delete from scheme_version',
      'delete from scheme_confirmation',
    ]) {
      await expect(test.owner.query(sql)).rejects.toThrow(/never changed/);
    }
  });

  it('are evaluated from the ledger, in words, as known at an instant', async () => {
    const personId = await insertPerson(test.owner);
    const { evidence } = readScenario(join(projectRoot, 'test/scenarios/icrc-pr/everything-in-place.yaml'));
    const tree = await test.run(async (tx) => {
      for (const given of evidence) {
        const { id: _, recordedAt: _at, ...rest } = fact({ ...given, body: undefined });
        await test.get(Evidence).record(tx, { ...rest, personId });
      }
      const version = await test.get(Schemes).current(tx, 'icrc-pr', date('2026-03-01'));
      const question = { schemeVersionId: version.id, personId, onDate: date('2026-03-01') };
      const before = await test
        .get(Eligibility)
        .evaluate(tx, { ...question, knownAt: tx.now.subtract({ seconds: 1 }) });
      expect(before.met).toBe(false);
      expect(before.clauses.find(({ id }) => id === 'training')).toMatchObject({
        title: 'Training',
        reasons: ['46 h more in all.'],
      });
      return test.get(Eligibility).evaluate(tx, question);
    });
    expect(tree.met).toBe(true);
    expect(String(tree.earliestOn)).toBe('2026-02-12');
  });
});
