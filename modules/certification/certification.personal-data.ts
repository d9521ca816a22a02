import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const application = 'application_id as application';

export const certificationPersonalData = personalTables([
  {
    table: 'application',
    title: 'Your applications',
    ofBody: true,
    gives: [
      'id',
      'scheme_code',
      'stage',
      'route',
      'endorsements',
      'state',
      'begun_on',
      'submitted_at',
      'closes_on',
      'due_on',
      'created_at',
    ],
  },
  {
    table: 'application_event',
    title: 'Steps of your applications',
    ofBody: true,
    gives: [application, 'move', 'to_state', 'reason_codes', 'note', 'eligibility', 'happened_on', 'recorded_at'],
  },
  {
    table: 'application_pause',
    title: 'When the time of an application stood still',
    ofBody: true,
    gives: [application, 'reason_code', 'paused_at', 'ended_at'],
  },
  {
    table: 'application_warning',
    title: 'When an application came near its time limit',
    ofBody: true,
    gives: [application, 'rule', 'stage', 'due_on', 'warned_at'],
  },
  {
    table: 'requirement_waiver',
    title: 'Requirements that were waived for you',
    ofBody: true,
    gives: [application, 'clause_id', 'reason_code', 'reason', 'waived_at'],
  },
  {
    table: 'requirement_waiver_end',
    title: 'Waivers that were taken back',
    ofBody: true,
    gives: [application, 'reason', 'ended_at'],
  },
  {
    table: 'invoice',
    title: 'Your invoices',
    ofBody: true,
    gives: ['number', 'fee', 'amount_cents', 'currency', 'state', 'issued_on'],
  },
  {
    table: 'invoice_event',
    title: 'What became of your invoices',
    ofBody: true,
    gives: ['move', 'to_state', 'reference', 'reason_code', 'note', 'recorded_at'],
  },
  {
    table: 'exam_authorisation',
    title: 'Your authorizations to sit an exam',
    ofBody: true,
    gives: ['number', 'state', 'valid_from', 'valid_to', 'max_attempts', 'adjustments', 'centre', 'created_at'],
  },
  {
    table: 'exam_result_withdrawal',
    title: 'Results of exams that do not count after all',
    ofBody: true,
    gives: ['(select r.sat_on from exam_result r where r.id = t.exam_result_id) as sat_on', 'withdrawn_at'],
  },
  {
    table: 'exam_result',
    title: 'Your results of exam centers',
    ofBody: true,
    gives: ['sat_on', 'score', 'passed', 'domains', 'centre', 'report_reference', 'recorded_at'],
  },
  {
    table: 'reference_request',
    title: 'References you asked for',
    ofBody: true,
    gives: [application, 'code', 'referee_name', 'referee_email', 'state', 'asked_at', 'received_at', 'closed_at'],
  },
  {
    table: 'background_check',
    title: 'Results of background checks',
    ofBody: true,
    gives: [application, 'code', 'result', 'provider', 'reference', 'checked_on', 'recorded_at'],
  },
  {
    table: 'background_answer',
    title: 'When you were asked to answer a background check',
    ofBody: true,
    gives: [application, 'asked_at', 'answer_until', 'answered_at'],
  },
  {
    table: 'declared_conflict',
    title: 'Staff who keep out of your case',
    ofBody: true,
    gives: { withheld: 'It is what a member of staff said about themselves. Ask the certifying body.' },
  },
]);
