import { bySql } from './promise.js';

/** Tables whose rows are never changed or removed, by nobody who runs the product. */
const APPEND_ONLY = [
  'angoff_study_event',
  'appeal_event',
  'appealable_decision',
  'application_event',
  'approved_course',
  'approved_course_decision',
  'application_warning',
  'attendance',
  'audit',
  'background_check',
  'bank_item_event',
  'bank_item_reading',
  'bank_item_statistic',
  'body_setting',
  'case_file_reading',
  'certificate_template',
  'community_approval',
  'complaint_event',
  'completion_template',
  'conduct_warning',
  'course_draft_comment',
  'course_draft_file',
  'course_draft_picture',
  'course_picture',
  'course_version_withdrawal',
  'credential',
  'credential_event',
  'declared_conflict',
  'declared_conflict_end',
  'exam',
  'exam_authorisation_event',
  'exam_form_item',
  'exam_form_statistic',
  'exam_remark',
  'exam_remark_decision',
  'exam_rescore_form',
  'exam_rescore_sitting',
  'exam_result',
  'exam_result_withdrawal',
  'exam_secret_reading',
  'exam_text',
  'fact',
  'installation',
  'invoice_event',
  'mailbox_recovery',
  'quiz_item_fingerprint',
  'renewal_reminder',
  'renewal_step',
  'requirement_waiver',
  'requirement_waiver_end',
  'sanction_event',
  'scheme_version',
  'scheme_withdrawal',
  'second_factor_removal',
  'sitting_event',
  'sitting_late_answer',
  'sitting_outage',
  'sitting_result',
  'sitting_score',
  'sharing_access',
  'statement_text',
  'submission_review',
  'support_line',
];

/** The trigger that refuses is there and switched on, and neither login was given the right. */
export const appendOnly = bySql(
  'append-only',
  'what is only added to cannot be changed: by trigger and by right',
  `with kept as (select unnest('{${APPEND_ONLY.join(',')}}'::text[]) as name),
   guarded as (
     select t.tgrelid, bit_or(t.tgtype::int) as kinds from pg_trigger t
     where t.tgfoid = 'forbid_change'::regproc and t.tgenabled in ('O', 'A') group by t.tgrelid
   )
   select 'table ' || kept.name as subject, 'nothing refuses a change' as problem
   from kept left join guarded on guarded.tgrelid = to_regclass(kept.name)
   where coalesce(guarded.kinds, 0) & 56 <> 56 -- bits 8, 16 and 32: delete, update, truncate
   union all
   select 'table ' || kept.name, login || ' may ' || lower(privilege)
   from kept
   cross join unnest('{goodstanding_web,goodstanding_jobs,goodstanding_verifier}'::text[]) login
   cross join unnest('{UPDATE,DELETE,TRUNCATE}'::text[]) privilege
   where has_table_privilege(login, kept.name, privilege)`,
);
