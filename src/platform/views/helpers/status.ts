import type { IconName } from './icon.js';

/** Word, shape and tone of a state: never colour alone, never a word that shames. */
export interface StatusView {
  label: string;
  icon: IconName;
  tone: 'good' | 'open' | 'waiting' | 'pause' | 'ended' | 'plain';
}

const states: Record<string, StatusView> = {
  // A credential's standing
  active: { label: 'Active', icon: 'check', tone: 'good' },
  expired: { label: 'Expired', icon: 'clock', tone: 'ended' },
  not_active: { label: 'Not active', icon: 'ring', tone: 'plain' },
  suspended: { label: 'Suspended', icon: 'pause', tone: 'pause' },
  revoked: { label: 'Revoked', icon: 'square', tone: 'ended' },
  surrendered: { label: 'Surrendered', icon: 'return', tone: 'plain' },
  inactive: { label: 'Inactive', icon: 'dash', tone: 'plain' },
  retired: { label: 'Retired', icon: 'disc', tone: 'plain' },
  superseded: { label: 'Replaced by a newer one', icon: 'next', tone: 'plain' },
  unknown: { label: 'Not on the register', icon: 'question', tone: 'plain' },
  // An application, and whatever else someone hands in
  draft: { label: 'Draft', icon: 'ring', tone: 'plain' },
  submitted: { label: 'Sent', icon: 'next', tone: 'waiting' },
  returned: { label: 'Returned for more information', icon: 'return', tone: 'open' },
  under_review: { label: 'Under review', icon: 'half', tone: 'waiting' },
  admitted: { label: 'Admitted', icon: 'check', tone: 'waiting' },
  granted: { label: 'Granted', icon: 'check', tone: 'good' },
  denied: { label: 'Not granted', icon: 'dash', tone: 'plain' },
  withdrawn: { label: 'Withdrawn', icon: 'back', tone: 'plain' },
  timed_out: { label: 'Closed after the time ran out', icon: 'clock', tone: 'plain' },
  accepted: { label: 'Accepted', icon: 'check', tone: 'good' },
  paused: { label: 'Paused', icon: 'pause', tone: 'plain' },
  // Invoices
  invoice_open: { label: 'Open', icon: 'ring', tone: 'open' },
  invoice_paid: { label: 'Paid', icon: 'check', tone: 'good' },
  invoice_waived: { label: 'Waived', icon: 'dash', tone: 'plain' },
  invoice_cancelled: { label: 'Cancelled', icon: 'square', tone: 'plain' },
  // Practice hours and documents
  recorded: { label: 'Recorded', icon: 'ring', tone: 'plain' },
  awaiting_signature: { label: 'Waiting for signature', icon: 'half', tone: 'waiting' },
  signed: { label: 'Signed', icon: 'check', tone: 'good' },
  corrected: { label: 'Corrected', icon: 'next', tone: 'plain' },
  // Learning
  passed: { label: 'Passed', icon: 'check', tone: 'good' },
  not_passed_yet: { label: 'Not passed yet', icon: 'ring', tone: 'open' },
  not_shared: { label: 'Not shared with you', icon: 'lock', tone: 'plain' },
};

/** How a state is shown; a state that is not in the list shows its own word, neutrally. */
export function status(state: string): StatusView {
  const code = String(state).replaceAll('-', '_');
  return states[code] ?? { label: sentence(code), icon: 'ring', tone: 'plain' };
}

const tasks: Record<string, StatusView> = {
  'not-started': { label: 'Not yet started', icon: 'ring', tone: 'open' },
  'in-progress': { label: 'In progress', icon: 'half', tone: 'waiting' },
  completed: { label: 'Completed', icon: 'check', tone: 'good' },
  'cannot-start': { label: 'Cannot start yet', icon: 'lock', tone: 'plain' },
  problem: { label: 'There is a problem', icon: 'attention', tone: 'pause' },
};

/** The five statuses of a task list. @throws for any other: a task list with more statuses is not understood */
export function taskStatus(state: string): StatusView {
  const found = tasks[state];
  if (!found) throw new Error(`A task is ${Object.keys(tasks).join(', ')}; not "${state}"`);
  return found;
}

const requirements: Record<string, StatusView> = {
  met: { label: 'Met', icon: 'check', tone: 'good' },
  still_needed: { label: 'Still needed', icon: 'ring', tone: 'open' },
  waived: { label: 'Waived', icon: 'dash', tone: 'plain' },
};

/** The outcome of a requirement. @throws for an unknown outcome, which must not look like a met one */
export function requirementState(state: string): StatusView {
  const found = requirements[state];
  if (!found) throw new Error(`A requirement is ${Object.keys(requirements).join(', ')}; not "${state}"`);
  return found;
}

/** Every label above, for those who translate them. */
export const STATUS_LABELS = [states, tasks, requirements].flatMap((views) =>
  Object.values(views).map(({ label }) => label),
);

function sentence(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
