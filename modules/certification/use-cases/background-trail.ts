import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Letters } from '../../notifications/notifications.public.js';
import type { BackgroundAnswerEntity } from '../persistence/background.entity.js';
import type { ApplicationEntity } from '../persistence/application.entity.js';
import { ApplicationRules } from './application-rules.js';

/** What every step around a background result leaves behind: the audit row, and the letter with the last day. */
@Injectable()
export class BackgroundTrail {
  constructor(
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly rules: ApplicationRules,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async record(
    tx: Tx,
    { id, bodyId, personId }: Pick<ApplicationEntity, 'id' | 'bodyId' | 'personId'>,
    what: 'recorded' | 'answer-asked' | 'answered',
    details: Record<string, string | null>,
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `certification.background.${what}`,
      subject: { kind: 'application', id },
      bodyId,
      personId,
      details,
    });
  }

  async write(tx: Tx, application: ApplicationEntity, { id, answerUntil }: BackgroundAnswerEntity): Promise<void> {
    const { version, body } = await this.rules.of(tx, application);
    await this.letters.send(tx, {
      kind: 'application-background-answer',
      identity: `certification.background-answer:${id}`,
      to: { personId: application.personId },
      bodyId: application.bodyId,
      data: {
        schemeTitle: ({ word }) => word(version.title),
        bodyName: body.name,
        bodyContact: body.contactEmail,
        until: answerUntil.toString(),
        link: `${this.config.PUBLIC_URL}/applications/${application.id}/background-answer`,
      },
    });
  }
}
