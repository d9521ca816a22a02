import { bySql } from './promise.js';

export const grants = bySql(
  'grants',
  'every credential rests on one grant with every clause met, decided by a second person',
  `select 'credential ' || c.id as subject, case
       when d.id is null then 'there is no decision to grant it'
       when d.eligibility -> 'met' is distinct from 'true'::jsonb
         or exists (select from jsonb_array_elements(d.eligibility -> 'clauses') clause
                    where clause ->> 'state' not in ('met', 'waived'))
         then 'it was granted while a clause was still needed'
       when d.actor_person_id = c.person_id then 'it was granted by its holder'
       else 'it was granted by who reviewed it' end as problem
   from credential c
   left join application_event d on d.id = c.decision_id and d.move = 'grant' and d.application_id = c.application_id
     and d.person_id = c.person_id
   where d.id is null
     or d.eligibility -> 'met' is distinct from 'true'::jsonb
     or exists (select from jsonb_array_elements(d.eligibility -> 'clauses') clause
                where clause ->> 'state' not in ('met', 'waived'))
     or d.actor_person_id is null or d.actor_person_id = c.person_id
     or exists (select from application_event e where e.application_id = c.application_id
                and e.move in ('claim', 'return', 'admit') and e.actor_person_id = d.actor_person_id)
   union all
   select 'application ' || a.id, 'it was granted and led to no credential'
   from application a where a.state = 'granted'
     and not exists (select from credential c where c.application_id = a.id)
     and not exists (select from credential_event e where e.application_id = a.id)`,
);

export const audited = bySql(
  'audited',
  'every change of state has its audit row',
  `select 'credential_event ' || e.id as subject, 'no audit row tells of it' as problem
   from credential_event e where not exists (
     select from audit a where a.subject_kind = 'credential' and a.subject_id = e.credential_id::text
       and a.details ->> 'event' = e.id::text)
   union all
   select 'application ' || id, moves || ' steps, ' || rows || ' audit rows'
   from (
     select e.application_id as id, count(*) as moves,
       (select count(*) from audit a where a.subject_kind = 'application' and a.subject_id = e.application_id::text
          and a.action like 'certification.application.%' and a.action <> 'certification.application.begin') as rows
     from application_event e group by e.application_id
   ) steps where rows < moves
   union all
   select 'credential_issuance ' || i.id, 'no audit row tells that it was stored'
   from credential_issuance i where i.state = 'stored' and not exists (
     select from audit a where a.subject_kind = 'issuance' and a.subject_id = i.id::text
       and a.action = 'credentials.document.stored')`,
);
