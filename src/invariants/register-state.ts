import { bySql } from './promise.js';

/** Folds the lines again, by SQL: corrections first, then the newest line that says something of each column. */
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
     or s.credential_id is null`,
);

/** The row that the public reads, held against the credential, its state and its lines. */
export const registerEntries = bySql(
  'register-entries',
  'what the public reads of every credential is what the register says',
  `with line as (
     select credential_id,
            jsonb_agg(jsonb_build_array(id, kind, effective_on, public_from, term_number, starts_on, expires_on, stage, endorsements,
              note_until, lapse, amends) order by recorded_at) as said
     from credential_event group by credential_id
   ), entry as (
     select number, jsonb_agg(jsonb_build_array(l -> 'id', l -> 'kind', l -> 'effectiveOn', l -> 'publicFrom', l -> 'termNumber',
              l -> 'startsOn', l -> 'expiresOn', l -> 'stage', l -> 'endorsements', l -> 'noteUntil', l -> 'lapse', l -> 'amends')
              order by nth) as said
     from register_entry cross join jsonb_array_elements(lines::jsonb) with ordinality as of_entry (l, nth) group by number
   )
   select 'credential ' || coalesce(c.id::text, e.number) as subject, 'the public reads something else of it' as problem
   from credential c
   join credential_state s on s.credential_id = c.id
   left join line on line.credential_id = c.id
   full join register_entry e on e.number = c.number
   left join entry on entry.number = e.number
   where (e.body_id, e.person_id, e.scheme_code, e.title, e.scope, e.token_hash)
     is distinct from (c.body_id, c.person_id, c.scheme_code, c.title, c.scope, sha256(convert_to(c.verification_token, 'UTF8')))
     or (e.holder_name, e.holder_name_language, e.surname_keys)
     is distinct from (s.holder_name, s.holder_name_language, s.surname_keys)
     or entry.said is distinct from line.said`,
);
