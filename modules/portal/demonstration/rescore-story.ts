import type { Sat } from './exam-story.js';
import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import type { Way } from './way.js';

interface Previewed {
  preview: { counts: { would_pass: number; would_not_pass: number } };
}

/** What comes after an exam where somebody doubts a question: one challenge upheld and carried out, one that waits, a proposal that waits. */
export class RescoreStory {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /**
   * A question had a second good answer: its challenge is upheld, that form is scored again, and whoever was one answer short passes.
   * @returns the scaled score that holds since
   */
  async putRight({ person }: Way, { sittingId, formId, asGood }: Sat): Promise<number> {
    const path = `/api/v1/sittings/${sittingId}`;
    const { remarkId } = await person.post<{ remarkId: string }>(`${path}/challenges`, {
      place: asGood.place,
      sealedChallenge: 'Two of the answers stay with the person and what they choose. I could not tell them apart.',
    });
    const lead = await this.desk.as('psychometrician');
    await lead.post(`/api/v1/exam-remarks/${remarkId}/readings`);
    await lead.post(`/api/v1/exam-remarks/${remarkId}/decisions`, {
      outcome: 'upheld',
      ruling: 'keys_accepted',
      sealedKeys: [asGood.right, asGood.chosen],
      sealedReasons: 'The invented handbook, chapter 1, has both as good answers.',
    });
    const rescoreId = await this.propose({ remarkId, formId, sealedReasons: 'As the challenge was decided.' });
    const administrator = await this.desk.as('administrator');
    const { preview } = await administrator.get<Previewed>(`/api/v1/exam-rescorings/${rescoreId}`);
    const { would_pass: gaining, would_not_pass: losing } = preview.counts;
    if (gaining !== 1 || losing !== 0) throw new Error(`The rescore would make ${gaining} pass and ${losing} not`);
    await administrator.post(`/api/v1/exam-rescorings/${rescoreId}/approvals`);
    await this.stage.settle();
    return (await person.get<{ result: { scaledScore: number } }>(path)).result.scaledScore;
  }

  /** A challenge that nobody has decided, a comment, and a rescore that waits for a second person. */
  async leaveWaiting({ person }: Way, { sittingId, others: [doubted, proposed] }: Sat): Promise<void> {
    if (!doubted || !proposed) throw new Error('Too few answers were otherwise');
    const path = `/api/v1/sittings/${sittingId}`;
    await person.post(`${path}/challenges`, {
      place: doubted.place,
      sealedChallenge: 'The scenario does not say who was asked first, and the answer depends on it.',
    });
    await person.post(`${path}/comments`, { sealedComment: 'The clock was easy to see, and the room was quiet.' });
    await this.propose({
      versionId: proposed.versionId,
      ruling: 'not_counted',
      sealedReasons: 'Its first words can be read in two ways. Invented, to show a proposal that waits.',
    });
  }

  private async propose(what: object): Promise<string> {
    const lead = await this.desk.as('psychometrician');
    return (await lead.post<{ rescoreId: string }>('/api/v1/exam-rescorings', what)).rescoreId;
  }
}
