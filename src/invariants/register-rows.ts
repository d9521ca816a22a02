import { bySql } from './promise.js';

export const oneActive = bySql(
  'one-active',
  "a person holds a body's scheme once at a time",
  `select 'person ' || person_id as subject, count(*) || ' credentials of ' || scheme_code || ' at once' as problem
   from credential_state where status in ('active', 'suspended')
   group by body_id, person_id, scheme_code having count(*) > 1`,
);

export const terms = bySql(
  'terms',
  'the terms of a credential rise one by one, and only a new stage begins within the term before',
  `select 'credential ' || credential_id as subject, 'term ' || term_number || ' begins before the one before it ends' as problem
   from (
     select credential_id, kind, term_number, starts_on,
            lag(expires_on) over (partition by credential_id order by term_number) as ended_on
     from credential_event where term_number is not null and kind <> 'corrected'
   ) term where starts_on <= ended_on and kind <> 'advanced'`,
);

export const registerFacts = bySql(
  'register-facts',
  'every line of the register is a fact of its holder',
  `select 'credential_event ' || e.id as subject, 'no fact was recorded with it' as problem
   from credential_event e where not exists (
     select from fact f where f.source_module = 'credentials' and f.source_id = e.id::text
       and f.person_id = e.person_id and f.kind = 'credential_event')`,
);
