import { bySql } from './promise.js';

/** Folds the lines again, by SQL: corrections first, then the newest line that says something of each column; and what the public reads of them. */
export const registerState = bySql(
  'register-state',
  'the register says of every credential what its lines amount to',
  `with line as (
     select e.credential_id, e.recorded_at, e.from_status, e.to_status,
            coalesce(fix.effective_on, e.effective_on) as effective_on,
            coalesce(fix.term_number, e.term_number) as term_number,
            coalesce(fix.starts_on, e.starts_on) as starts_on,
            coalesce(fix.expires_on, e.expires_on) as expires_on,
            coalesce(fix.stage, e.stage) as stage
     from credential_event e
     left join lateral (
       select * from credential_event c where c.credential_id = e.credential_id and c.amends = e.id and c.kind = 'corrected'
       order by c.recorded_at desc limit 1
     ) fix on true
     where e.kind <> 'corrected'
   ), folded as (
     select credential_id,
            (array_agg(to_status order by recorded_at desc))[1] as status,
            (array_agg(effective_on order by recorded_at desc) filter (where from_status <> to_status))[1] as status_from,
            (array_agg(stage order by recorded_at desc) filter (where stage is not null))[1] as stage,
            (array_agg(term_number order by recorded_at desc) filter (where term_number is not null))[1] as term_number,
            (array_agg(starts_on order by recorded_at desc) filter (where term_number is not null))[1] as starts_on,
            (array_agg(expires_on order by recorded_at desc) filter (where term_number is not null))[1] as expires_on
     from line group by credential_id
   ), newest as (
     select distinct on (credential_id) credential_id, id, recorded_at from credential_event
     order by credential_id, recorded_at desc
   )
   select 'credential ' || c.id as subject, 'its state is not what its lines amount to' as problem
   from credential c
   left join folded f on f.credential_id = c.id
   left join newest n on n.credential_id = c.id
   left join credential_state s on s.credential_id = c.id
   where (s.status, s.status_from, s.stage, s.term_number, s.starts_on, s.expires_on, s.last_event_id, s.last_recorded_at)
     is distinct from
         (f.status, f.status_from, f.stage, f.term_number, f.starts_on, f.expires_on, n.id, n.recorded_at)
     or s.credential_id is null
     or s.public_lines::text is distinct from credential_public_lines(c.id)::text`,
);
