import { personalTables } from '../../src/platform/personal-data/personal-table.js';

/** Steps that the holder was told of; before there is notice, a complaint is not the holder's to read. */
const TOLD = `('give_notice', 'answer', 'close_answers', 'extend', 'dismiss', 'sanction', 'reopen')`;
const NOTICED = `exists (select from complaint_event n where n.complaint_id = t.id and n.move = 'give_notice')`;

export const conductPersonalData = personalTables([
  {
    table: 'complaint',
    title: 'Complaints that you were told of',
    ofBody: true,
    whose: `t.person_id = $1 and ${NOTICED}`,
    gives: ['reference', 'allegations', 'answer_by', 'decide_by', 'state'],
  },
  {
    table: 'complaint_event',
    title: 'Steps of complaints that you were told of',
    ofBody: true,
    whose: `t.person_id = $1 and t.move in ${TOLD}`,
    gives: ['move', 'to_state', 'outcome', 'codes', 'happened_on', 'recorded_at'],
  },
  {
    table: 'complaint_reporter',
    title: 'Complaints that you made',
    ofBody: true,
    gives: ['(select c.reference from complaint c where c.id = t.complaint_id) as reference', 'email', 'created_at'],
  },
  {
    table: 'sanction',
    title: 'What followed from complaints',
    ofBody: true,
    gives: ['kind', 'emergency', 'reason_code', 'decided_on', 'effective_on', 'confirm_by', 'state'],
  },
  {
    table: 'sanction_event',
    title: 'Steps of what followed from complaints',
    ofBody: true,
    gives: ['move', 'to_state', 'happened_on', 'recorded_at'],
  },
  {
    table: 'appealable_decision',
    title: 'Decisions that you could appeal',
    ofBody: true,
    gives: ['kind', 'decided_on', 'file_by'],
  },
  {
    table: 'appeal',
    title: 'Your appeals',
    ofBody: true,
    gives: ['grounds', 'decide_by', 'state', 'created_at'],
  },
  {
    table: 'appeal_event',
    title: 'Steps of your appeals',
    ofBody: true,
    whose: `t.person_id = $1 and t.to_state in ('filed', 'in_review', 'upheld', 'overturned', 'sent_back', 'withdrawn')`,
    gives: ['move', 'to_state', 'outcome', 'codes', 'happened_on', 'recorded_at'],
  },
  {
    table: 'conduct_warning',
    title: 'When staff was reminded of a time limit',
    ofBody: true,
    gives: { withheld: 'It tells when staff of the body was reminded of its own work.' },
  },
]);
