import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Command } from './command.js';

/** Shows what waits for a person, and gives it another chance. */
export const outboxList: Command = {
  name: 'outbox list',
  description: 'effects that are late or parked, oldest first',
  async run({ app, print }) {
    const source = (await app()).get<DataSource>(getDataSourceToken());
    const rows = await source.query(
      `select id, kind, attempts, last_error, parked_at is not null as parked from outbox
       where done_at is null and (parked_at is not null or attempts > 0) order by due_at limit 100`,
    );
    for (const row of rows) {
      print(`${row.id} ${row.kind} tries ${row.attempts}${row.parked ? ' parked' : ''}: ${row.last_error ?? ''}`);
    }
    print(rows.length === 0 ? 'Nothing is late or parked.' : `${rows.length} shown.`);
    return rows.length === 0 ? 0 : 1;
  },
};

export const outboxPause: Command = {
  name: 'outbox pause',
  description: 'let no letter, document or other effect go out until "outbox resume"; the register goes on',
  usage: '[reason...]',
  async run({ app, print }, words) {
    const source = (await app()).get<DataSource>(getDataSourceToken());
    await source.query(
      `insert into outbox_pause (reason, paused_at) values ($1, now())
       on conflict (singleton) do update set reason = excluded.reason`,
      [words.join(' ') || 'by the operator'],
    );
    print('Outgoing effects are paused. What is under way ends; nothing new begins before "outbox resume".');
    return 0;
  },
};

export const outboxResume: Command = {
  name: 'outbox resume',
  description: 'let effects go out again',
  async run({ app, print }) {
    const source = (await app()).get<DataSource>(getDataSourceToken());
    const [, ended] = await source.query('delete from outbox_pause');
    const [{ waiting }] = await source.query(
      'select count(*) as waiting from outbox where done_at is null and parked_at is null',
    );
    print(ended ? `Effects go out again; ${waiting} waited.` : 'Nothing was paused.');
    return 0;
  },
};

export const outboxReplay: Command = {
  name: 'outbox replay',
  description: 'try a parked effect again, or all of them',
  usage: '[id]',
  async run({ app, print }, [id]) {
    const source = (await app()).get<DataSource>(getDataSourceToken());
    const [, replayed] = await source.query(
      `update outbox set parked_at = null, attempts = 0, due_at = now(), offered_at = null
       where done_at is null and parked_at is not null and ($1::uuid is null or id = $1)`,
      [id ?? null],
    );
    print(`${replayed} will be tried again.`);
    return 0;
  },
};
