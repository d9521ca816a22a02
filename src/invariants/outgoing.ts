import { bySql } from './promise.js';

const NOT_PAUSED = 'not exists (select from outbox_pause)';
const DATABASE_NOW = `(now() + coalesce((select offset_ms from demonstration_clock), 0) * interval '1 millisecond')`;

export const outbox = bySql(
  'outbox',
  'every effect is done within an hour, and none waits for a person',
  `select 'outbox ' || id as subject,
          kind || case when parked_at is not null then ' is parked after ' || attempts || ' tries' else ' is late' end as problem
   from outbox where done_at is null and (parked_at is not null
     or (due_at < ${DATABASE_NOW} - interval '1 hour' and ${NOT_PAUSED}))`,
);

export const letters = bySql(
  'letters',
  'every letter is sent, excused or told as not delivered within an hour',
  `select 'letter ' || id as subject, kind || ' is still due' as problem
   from letter where status = 'due' and created_at < ${DATABASE_NOW} - interval '1 hour' and ${NOT_PAUSED}
   union all
   select 'letter ' || l.id, l.kind || ' is due and nothing will send it'
   from letter l where l.status = 'due' and not exists (
     select from outbox o where o.payload ->> 'letterId' = l.id::text and o.done_at is null)`,
);

export const answers = bySql(
  'answers',
  'what was answered under a key is kept, so that a repeat gets the same',
  `select 'idempotency ' || left(key, 12) as subject, 'no answer is kept under the key' as problem
   from idempotency where answer is null and request_hash ~ '^[0-9a-f]{64}$'`,
);
