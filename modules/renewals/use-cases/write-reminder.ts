import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import type { CredentialSummary } from '../../credentials/credentials.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import type { ReminderKind } from '../domain/reminder-plan.js';
import { treeIn } from '../../schemes/schemes.public.js';
import { ANSWER_NEEDED, doneLines, neededLines } from '../domain/renewal-words.js';
import { RenewalRepository } from '../persistence/renewal.repository.js';
import { RenewalRules } from './renewal-rules.js';

/** The letter of a reminder: until when it is valid, from when it can be renewed, what is done and what is still needed. */
@Injectable()
export class WriteReminder {
  constructor(
    private readonly rules: RenewalRules,
    private readonly renewals: RenewalRepository,
    private readonly letters: Letters,
  ) {}

  async execute(tx: Tx, credential: CredentialSummary, kind: ReminderKind): Promise<void> {
    const { credentialId, number, title, personId, bodyId, expiresOn } = credential;
    const { window, tree } = await this.rules.of(tx, credential);
    if (window.state === 'ended') return;
    const isLastStage = window.state !== 'next_stage';
    const sent = await this.renewals.ofTerm(tx, credentialId, expiresOn);
    await this.letters.send(tx, {
      kind: 'renewal-reminder',
      identity: `renewal-reminder:${credentialId}:${expiresOn.toString()}:${kind}`,
      to: { personId },
      bodyId,
      data: {
        number,
        title: ({ word }) => word(title),
        expiresOn: expiresOn.toString(),
        nextStage: ({ word }) => (isLastStage ? '' : word(window.stage.replaceAll('_', ' '))),
        opensOn: isLastStage ? window.opensOn.toString() : null,
        isOpen: isLastStage && window.state !== 'too_early',
        done: (speech) => (isLastStage ? doneLines(treeIn(speech.language, tree), speech) : []),
        needed: ({ language, word }) =>
          isLastStage
            ? [...(sent?.state === 'returned' ? [word(ANSWER_NEEDED)] : []), ...neededLines(treeIn(language, tree))]
            : [],
        path: `/renewals/${number}`,
      },
    });
  }
}
