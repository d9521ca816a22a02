import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import type { Way } from './way.js';

interface Listed {
  id: string;
  reference: string;
}

/** What is told is invented and harmless: it shows how a board hears both sides, nothing more. */
const TOLD = 'A session began half an hour later than the log says, and the log was not put right.';
const ANSWERED = 'The log was put right the next morning; the supervisor signed the corrected entry.';
const APPEALED =
  'The certificate that was still needed is in the record since the week before. Please look at it again.';

/** A complaint with notice, answer and outcome, and an appeal that waits for two people to decide it. */
export class ConductStory {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /** A concern arrives, is handed to a reviewer, and the holder has notice of it. @returns its id */
  async concern(about: Way, eventOn: string): Promise<string> {
    const concern = { number: about.number, allegations: ['honesty'], eventOn, sealedText: TOLD };
    await this.stage.api.post('/api/v1/complaints', concern);
    const administrator = await this.desk.as('administrator');
    const { complaints } = await administrator.get<{ complaints: Listed[] }>('/api/v1/desk/complaints');
    const id = complaints[0]?.id ?? '';
    await this.hand('complaints', id);
    const reviewer = await this.desk.as('reviewer');
    await reviewer.post(`/api/v1/complaints/${id}/notices`);
    return id;
  }

  /** The holder answers, nothing of it is borne out, and two people close it without a consequence. */
  async close(id: string, about: Way): Promise<void> {
    await about.signIn();
    await about.person.post(`/api/v1/notices/${id}/answers`, { sealedText: ANSWERED });
    const reviewer = await this.desk.as('reviewer');
    await reviewer.post(`/api/v1/complaints/${id}/findings`, { borneOut: [] });
    const first = await this.desk.as('decider');
    const proposal = { outcome: 'dismissed', reasons: ['not_borne_out'] };
    await first.post(`/api/v1/complaints/${id}/proposals`, proposal);
    const second = await this.desk.as('second decider');
    await second.post(`/api/v1/complaints/${id}/seconds`, { word: 'agree' });
    await this.stage.settle();
  }

  /** Somebody appeals the newest decision about them; it is looked into, and one of two has said how they would decide. */
  async appeal(by: Way): Promise<void> {
    await by.signIn();
    const { decisions } = await by.person.get<{ decisions: { id: string }[] }>('/api/v1/appeals');
    const appeal = { decisionId: decisions[0]?.id, grounds: ['evidence_overlooked'], sealedText: APPEALED };
    const { id } = await by.person.post<{ id: string }>('/api/v1/appeals', appeal);
    await this.hand('appeals', id);
    const reviewer = await this.desk.as('reviewer');
    await reviewer.post(`/api/v1/appeals/${id}/findings`, { borneOut: ['evidence_overlooked'] });
    const second = await this.desk.as('second decider');
    await second.post(`/api/v1/appeals/${id}/proposals`, { outcome: 'overturned' });
    await this.stage.settle();
  }

  private async hand(cases: 'complaints' | 'appeals', id: string): Promise<void> {
    const reviewer = await this.desk.as('reviewer');
    const { id: handlerId } = await reviewer.get<{ id: string }>('/api/v1/me');
    const administrator = await this.desk.as('administrator');
    await administrator.post(`/api/v1/${cases}/${id}/assignments`, { handlerId });
  }
}
