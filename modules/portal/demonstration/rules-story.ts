import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../../../src/config/project-root.js';
import { SCHEME } from './cast.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';

type Change = readonly [from: string, to: string];

/** The board's own fees, for everybody from their first day on. */
const WITH_FEES: Change[] = [
  ['version: "4-domain"', 'version: "4-domain-fees"\n    applies_to_existing_holders: true'],
  ['application: null, exam: null, renewal: null', 'application: 60, exam: null, renewal: 40'],
];

/** What the board thinks about: two more hours of ethics. */
const MORE_ETHICS: Change[] = [
  ['version: "4-domain"', 'version: "5-domain"'],
  WITH_FEES[1] ?? ['', ''],
  ['total_hours: 46', 'total_hours: 48'],
  ['domain: ethical_responsibility, min_hours: 16', 'domain: ethical_responsibility, min_hours: 18'],
];

/** How a board changes its rules: a draft, whom it would touch, and another administrator who publishes it. */
export class RulesStory {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /** New rules with fees, published; they begin on a day. */
  async publishFees(bodyId: string, effectiveFrom: Temporal.PlainDate): Promise<void> {
    const id = await this.draft(bodyId, WITH_FEES, effectiveFrom);
    const colleague = await this.desk.as('second administrator');
    await colleague.post(`/api/v1/desk/scheme-drafts/${id}/publications`, { confirmed: true });
  }

  /** A draft with its preview, which nobody has published yet. */
  async considerMoreEthics(bodyId: string, effectiveFrom: Temporal.PlainDate): Promise<void> {
    await this.draft(bodyId, MORE_ETHICS, effectiveFrom);
  }

  private async draft(bodyId: string, changes: readonly Change[], effectiveFrom: Temporal.PlainDate): Promise<string> {
    const administrator = await this.desk.as('administrator');
    const text = changed(changes);
    const draft = { bodyId, text, effectiveFrom: effectiveFrom.toString() };
    const { id } = await administrator.post<{ id: string }>('/api/v1/desk/scheme-drafts', draft);
    await administrator.post(`/api/v1/desk/scheme-drafts/${id}/previews`);
    await this.stage.settle();
    return id;
  }
}

function changed(changes: readonly Change[]): string {
  const sample = readFileSync(join(projectRoot, `content/schemes/${SCHEME}.yaml`), 'utf8');
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The sample scheme does not say ${from}`);
    return text.replace(from, to);
  }, sample);
}
