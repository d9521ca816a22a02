import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const credential = '(select c.number from credential c where c.id = t.credential_id) as credential';

export const credentialsPersonalData = personalTables([
  {
    table: 'credential',
    title: 'Your certifications',
    ofBody: true,
    gives: ['number', 'scheme_code', 'title', 'scope', 'anchor_on', 'created_at'],
  },
  {
    table: 'credential_event',
    title: 'The register’s lines about you',
    ofBody: true,
    gives: [
      credential,
      'kind',
      'from_status',
      'to_status',
      'effective_on',
      'public_from',
      'recorded_at',
      'starts_on',
      'expires_on',
      'stage',
      'endorsements',
      'reason_code',
      'explanation',
      'emergency',
    ],
  },
  {
    table: 'credential_state',
    title: 'Where your certifications stand',
    ofBody: true,
    gives: [credential, 'status', 'status_from', 'stage', 'starts_on', 'expires_on', 'holder_name'],
  },
  {
    table: 'register_entry',
    title: 'What the public reads of your certifications',
    ofBody: true,
    gives: { withheld: 'It repeats your certifications and their lines.' },
  },
  {
    table: 'credential_issuance',
    title: 'Your certificates',
    ofBody: true,
    gives: ['number', 'edition', 'payload', 'state', 'stored_at', 'document_sha256', 'created_at'],
  },
  {
    table: 'extension_request',
    title: 'More time that you asked for',
    ofBody: true,
    gives: [credential, 'stage', 'note', 'state', 'answer', 'created_at', 'decided_at'],
  },
]);
