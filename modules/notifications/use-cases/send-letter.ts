import { Inject, Injectable } from '@nestjs/common';
import { isDemonstration } from '../../../src/platform/database/demonstration.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Mailer } from '../../../src/platform/mail/mailer.js';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { LetterTemplates } from './letter-templates.js';
import { messageIdOf, withLetterhead } from '../domain/letterhead.js';
import { LetterRepository } from '../persistence/letter.repository.js';

/**
 * Brings one letter to the mail server. Sending comes first and settling after it, in one transaction: a crash between
 * the two sends the same letter again under the same Message-ID, and never loses one.
 */
@Injectable()
export class SendLetter {
  constructor(
    private readonly letters: LetterRepository,
    private readonly templates: LetterTemplates,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
  ) {}

  async execute(tx: Tx, { letterId }: { letterId: string }): Promise<void> {
    const letter = await this.letters.lockDue(tx, letterId);
    if (!letter) return;
    const demonstration = await isDemonstration(tx);
    const template = this.templates.of(letter.kind, letter.language);
    const sent = withLetterhead(
      template.render({ ...letter.words, ...letter.secrets }),
      demonstration,
      template.language,
    );
    await this.mailer.send({
      messageId: messageIdOf(letter.id, this.config.PUBLIC_URL),
      to: { name: letter.toName, address: letter.toAddress },
      ...sent,
    });
    const kept = withLetterhead(
      template.render({ ...letter.words, ...masked(letter.secrets) }),
      demonstration,
      template.language,
    );
    await this.letters.settle(tx, {
      ...letter,
      status: 'sent',
      subject: kept.subject,
      bodyText: kept.text,
      templateHash: template.hash,
    });
  }
}

/** The ledger shows that there was a link or code, never which. */
function masked(secrets: Record<string, string> | null): Record<string, string> {
  return Object.fromEntries(Object.keys(secrets ?? {}).map((name) => [name, '[not kept]']));
}
