import { personalTables } from '../../src/platform/personal-data/personal-table.js';

const SECRET = { withheld: 'They open your account, and are kept only in a form that says nothing.' };

/** Who somebody is, and how they sign in. Rows that others point at stay, emptied. */
export const peoplePersonalData = personalTables([
  {
    table: 'person',
    title: 'You',
    whose: 't.id = $1',
    gives: ['number', 'legal_name', 'chosen_name', 'name_language', 'letter_language', 'created_at'],
    erase: `update person set legal_name = 'Erased', chosen_name = null, name_language = null, letter_language = 'en' where id = $1`,
    lastToGo: true,
  },
  {
    table: 'person_name',
    title: 'Names you have gone by',
    gives: ['legal_name', 'chosen_name', 'name_language', 'created_at'],
    erase: 'delete from person_name where person_id = $1',
    lastToGo: true,
  },
  { table: 'account_token', title: 'Links that were mailed to you', gives: SECRET, erase: deleted('account_token') },
  {
    table: 'contact',
    title: 'Your e-mail addresses',
    gives: ['address', 'is_primary', 'verified_at', 'ended_at', 'created_at'],
    erase: `update contact set address = 'erased', address_key = 'erased/' || id, is_primary = false,
              ended_at = coalesce(ended_at, $2) where person_id = $1`,
  },
  {
    table: 'session',
    title: 'Where you were signed in',
    gives: ['kind', 'device', 'created_at', 'last_seen_at', 'ended_at'],
    erase: deleted('session'),
  },
  {
    table: 'known_device',
    title: 'Browsers that you used before',
    gives: ['created_at', 'last_used_at'],
    erase: deleted('known_device'),
  },
  { table: 'recovery_code', title: 'Your recovery codes', gives: SECRET, erase: deleted('recovery_code') },
  {
    table: 'second_factor',
    title: 'Your authenticator app',
    gives: ['kind', 'confirmed_at', 'ended_at', 'created_at'],
    erase: `update second_factor set secret_sealed = '', ended_at = coalesce(ended_at, $2) where person_id = $1`,
  },
  {
    table: 'account',
    title: 'Your account',
    gives: ['password_set_at', 'created_at'],
    erase: 'update account set password_hash = null, password_set_at = null where person_id = $1',
  },
  {
    table: 'mailbox_recovery',
    title: 'When a desk replaced your lost mailbox',
    ofBody: true,
    gives: ['identity_check', 'created_at'],
  },
  {
    table: 'second_factor_removal',
    title: 'When a desk removed your lost second factor',
    ofBody: true,
    gives: ['identity_check', 'created_at'],
  },
]);

function deleted(table: string): string {
  return `delete from ${table} where person_id = $1`;
}
