import { bySql } from './promise.js';

/** Watches the night's work: what nobody worked out for two days stands out, whether the task, the queue or the sums are the cause. */
export const examStatistics = bySql(
  'exam-statistics',
  'the statistics of an exam form rest on everybody who finished it, two days later at the latest',
  `select 'exam_form ' || f.id as subject,
     finished.people || ' people finished it, the statistics rest on ' || told.attempts as problem
   from exam_form f
   cross join lateral (
     select count(distinct s.person_id)::int as people from sitting s
     join sitting_event e on e.sitting_id = s.id and e.to_state = s.state
     where s.form_id = f.id and s.state in ('submitted', 'time_up') and e.recorded_at < now() - interval '2 days'
   ) finished
   cross join lateral (
     select coalesce((select t.attempts from exam_form_statistic t where t.form_id = f.id
       order by t.recorded_at desc, t.id desc limit 1), 0) as attempts
   ) told
   where finished.people > told.attempts`,
);
