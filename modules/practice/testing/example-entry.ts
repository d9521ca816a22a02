import { Temporal } from 'temporal-polyfill';
import type { EntryContent } from '../domain/entry.js';

/** A plainly invented entry for specs: two hours on 20 November 2026. */
export function exampleEntry(changes: Partial<EntryContent> = {}): EntryContent {
  return {
    kind: 'paid',
    workedOn: Temporal.PlainDate.from('2026-11-20'),
    startsAt: null,
    domains: [
      { domain: 'advocacy', minutes: 90 },
      { domain: 'ethical_responsibility', minutes: 30 },
    ],
    method: 'one_to_one',
    setting: 'recovery_community',
    activity: 'support_conversation',
    supervisor: { name: 'Ines Invented', email: 'ines@supervisor.example' },
    ...changes,
  };
}
