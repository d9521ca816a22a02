import { useApp } from '../../test/support/app.js';
import { RosterScene, type Manager } from './testing/roster-scene.js';

describe('a roster takes a list', () => {
  const test = useApp();
  const scene = new RosterScene(test);

  const names = async (who: Manager): Promise<string[]> =>
    (await scene.api(who, 'get', '/roster')).body.entries.map(({ name }: { name: string }) => name);

  it('only when it is confirmed, and the same list again changes nothing', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified('Stéphane Löwe')];
    const text = `Name,Credential number,From,Until\nStéphane Löwe,${person.number},2026-01-01,\nAna Ruiz,,2026-02-01,`;
    const { body: list } = await scene.upload(employer, text);
    expect(list).toMatchObject({ encoding: 'UTF-8', problems: [], applied: false });
    expect(await names(employer)).toEqual([]);
    const confirm = (id: string) => scene.api(employer, 'post', `/roster-lists/${id}/applications`);
    expect((await confirm(list.id)).body).toMatchObject({ added: 2, changed: 0, same: 0, matched: 1 });
    expect((await confirm(list.id)).body.code).toBe('employers.list_applied');
    const { body: again } = await scene.upload(employer, text);
    expect((await confirm(again.id)).body).toMatchObject({ added: 0, changed: 0, same: 2, matched: 1 });
    expect(await names(employer)).toEqual(['Ana Ruiz', 'Stéphane Löwe']);
  });

  it('as a whole or not at all, with the lines to correct to download', async () => {
    const employer = await scene.manager();
    const { body: list } = await scene.upload(employer, 'Name,From\nAna Ruiz,2026-01-01\n=1+1,yesterday');
    expect(list.problems).toMatchObject([{ line: 3, column: 'From' }]);
    expect((await scene.api(employer, 'post', `/roster-lists/${list.id}/applications`)).body.code).toBe(
      'employers.list_has_problems',
    );
    expect(await names(employer)).toEqual([]);
    const problems = await (await scene.page(employer)).get(`/roster/lists/${list.id}/problems.csv`);
    expect(problems.text).toContain("'=1+1");
    expect(problems.headers['content-disposition']).toContain('attachment');
  });

  it('that breaks half-way leaves nothing behind', async () => {
    const employer = await scene.manager();
    const { body: list } = await scene.upload(employer, 'Name,From\nAna Ruiz,2026-01-01\nBen Break,2026-01-01');
    await test.owner.query(`
      create function break_it() returns trigger language plpgsql as $$ begin
        if new.name = 'Ben Break' then raise exception 'the power went'; end if; return new; end $$;
      create trigger break_it before insert on roster_entry for each row execute function break_it();`);
    try {
      expect((await scene.api(employer, 'post', `/roster-lists/${list.id}/applications`)).status).toBe(500);
    } finally {
      await test.owner.query('drop trigger break_it on roster_entry; drop function break_it()');
    }
    expect(await names(employer)).toEqual([]);
    expect((await scene.api(employer, 'post', `/roster-lists/${list.id}/applications`)).body).toMatchObject({
      added: 2,
    });
  });

  it('in another encoding with every letter, and tells which; a workbook is no list', async () => {
    const employer = await scene.manager();
    const { body: list } = await scene.upload(
      employer,
      Buffer.from('Name,From\nSt\u00e9phane L\u00f6we,2026-01-01', 'latin1'),
    );
    expect(list).toMatchObject({ encoding: 'Windows-1252', people: [{ name: 'Stéphane Löwe' }] });
    const shown = await (await scene.page(employer)).get(`/roster/lists/${list.id}`);
    expect(shown.text).toContain('Windows-1252');
    expect((await scene.upload(employer, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).body.code).toBe(
      'employers.unreadable_list',
    );
  });

  it('that it gave out itself, formulas still plain text', async () => {
    const [employer, person] = [await scene.manager(), await scene.certified()];
    await scene.add(employer, person);
    await scene.api(employer, 'post', '/roster', { name: '=HYPERLINK("http://evil.example")', from: '2026-01-01' });
    const desk = await scene.page(employer);
    const { text } = await desk.get('/roster/list.csv');
    expect(text).toContain('As of 21 November 2026, 9:00 am CST');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).toContain(`${person.number},2026-11-01,,`);
    const { body: list } = await scene.upload(employer, text);
    expect(list.problems).toEqual([]);
    expect((await scene.api(employer, 'post', `/roster-lists/${list.id}/applications`)).body).toMatchObject({
      added: 0,
      changed: 0,
      same: 2,
    });
  });

  it('is forgotten after a day', async () => {
    const employer = await scene.manager();
    const { body: list } = await scene.upload(employer, 'Name,From\nAna Ruiz,2026-01-01');
    test.clock.forward({ hours: 25 });
    const { Timetable } = await import('../../src/platform/jobs/timetable.js');
    await (await test.worker()).get(Timetable).runTask('employers.forget-lists');
    expect((await test.owner.query('select from roster_import where id = $1', [list.id])).rows).toEqual([]);
  });
});
