import { bySql } from './promise.js';

export const results = bySql(
  'results',
  'no result of an exam fell without a decision about that one person, and certification has the result that holds',
  `with scores as (
     select sitting_id, 1 as number, passed, scaled_score, null::uuid as decision, exam_result_id from sitting_result
     union all
     select sitting_id, number, passed, scaled_score, pass_decision_id, exam_result_id from sitting_score
   )
   select 'sitting ' || later.sitting_id as subject, 'its result fell without a decision' as problem
   from scores later join scores before on before.sitting_id = later.sitting_id and before.number = later.number - 1
   where ((before.passed and not later.passed) or (before.passed = later.passed and later.scaled_score < before.scaled_score))
     and not exists (select from exam_pass_decision d
       where d.id = later.decision and d.sitting_id = later.sitting_id and d.outcome = 'withdrawn')
   union all
   select 'sitting ' || s.sitting_id, 'certification has another result of it'
   from scores s left join exam_result r on r.id = s.exam_result_id
   where r.id is null or r.score <> s.scaled_score or r.passed <> s.passed
   union all
   select 'exam_rescore ' || r.id, 'a sitting that had ended was left out'
   from exam_rescore r where r.applied_at is not null and exists (
     select from exam_rescore_form f join sitting s on s.form_id = f.form_id and s.closed_at < r.approved_at
       join sitting_result t on t.sitting_id = s.id and s.state <> 'voided'
     where f.rescore_id = r.id and not exists (
       select from exam_rescore_sitting x where x.rescore_id = r.id and x.sitting_id = s.id))`,
);
