import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';

type Details = Record<string, string | number | boolean | null>;

/** The page of the sitting that each letter leads to. */
const PAGES = {
  'application-exam-challenge-decided': 'remarks',
  'application-exam-rescored': 'result',
  'application-exam-pass-notice': 'remarks',
  'application-exam-pass-decided': 'result',
};
export type RescoringLetter = keyof typeof PAGES;

/** What remains of an act besides its rows: the audit's row, and the letter. Neither has a word of an item. */
@Injectable()
export class RescoringTrail {
  constructor(
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  newId(): string {
    return this.ids.next();
  }

  async note(
    tx: Tx,
    what: string,
    {
      bodyId,
      personId,
      ...subject
    }: { kind: 'exam_remark' | 'exam_rescore' | 'exam_pass_decision'; id: string; bodyId: string; personId?: string },
    details: Details = {},
  ): Promise<void> {
    await this.audit.record(tx, { action: `exams.${what}`, subject, bodyId, ...(personId && { personId }), details });
  }

  /** @param identity of the happening: told once */
  async tell(
    tx: Tx,
    kind: RescoringLetter,
    {
      identity,
      personId,
      bodyId,
      sittingId,
      ...data
    }: { identity: string; personId: string; bodyId: string; sittingId: string } & Record<string, unknown>,
  ): Promise<void> {
    const link = `${this.config.PUBLIC_URL}/sittings/${sittingId}/${PAGES[kind]}`;
    await this.letters.send(tx, {
      kind,
      identity: `${kind}:${identity}`,
      to: { personId },
      bodyId,
      data: { ...data, link },
    });
  }
}
