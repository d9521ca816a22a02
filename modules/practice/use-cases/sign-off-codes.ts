import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { CONFIG, type Config } from '../../../src/config/config.js';
import type { Language } from '../../../src/kernel/languages.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { Letters } from '../../notifications/notifications.public.js';
import {
  CODE_MINUTES,
  CODE_TRIES,
  codeHash,
  CODES_PER_HOUR,
  readCode,
  sameHash,
  sixDigits,
} from '../domain/sign-off-secrets.js';
import { tooManyCodes } from '../practice.errors.js';
import { PracticeSignOffRepository } from '../persistence/practice-sign-off.repository.js';

/** `wrong` counts as a try; the others do not. */
export type CodeCheck =
  | { state: 'right' | 'none' }
  /** It was mailed for something else: for what has that hash. */
  | { state: 'other_content'; hash: string }
  | { state: 'wrong'; triesLeft: number };

interface NewCode {
  linkId: string;
  /** Of the content that the page shows. */
  hash: string;
  to: { name: string; email: string };
  language: Language;
}

/** Six-digit codes, mailed at the moment of signing: they prove that the signer reads the supervisor's mail now. */
@Injectable()
export class SignOffCodes {
  constructor(
    private readonly signOffs: PracticeSignOffRepository,
    private readonly letters: Letters,
    private readonly ids: Ids,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Mails a code for one link and the content its page shows; the code before works no more.
   * @throws DomainError practice.too_many_codes
   */
  async send(tx: Tx, input: NewCode): Promise<void> {
    const recent = await this.signOffs.codesSince(tx, input.linkId, tx.now.subtract({ hours: 1 }));
    if (recent >= CODES_PER_HOUR) throw tooManyCodes();
    const id = this.ids.next();
    const code = sixDigits(Buffer.from(this.ids.secret(6), 'base64url'));
    await this.signOffs.insertCode(tx, {
      id,
      linkId: input.linkId,
      contentHash: input.hash,
      codeHash: codeHash(this.config.SECRET_KEY, id, code),
      expiresAt: tx.now.add({ minutes: CODE_MINUTES }),
    });
    await this.letters.send(tx, {
      kind: 'supervisor-sign-off-code',
      identity: `practice.sign-off-code:${id}`,
      to: input.to,
      language: input.language,
      data: {},
      secrets: { code: `${code.slice(0, 3)} ${code.slice(3)}` },
    });
  }

  /** Compares a typed code with the newest one of the link, and counts the try. */
  async check(tx: Tx, input: { linkId: string; hash: string; typed: string }): Promise<CodeCheck> {
    const code = await this.signOffs.lockNewestCode(tx, input.linkId);
    const isOver =
      !code || code.usedAt || code.tries >= CODE_TRIES || Temporal.Instant.compare(tx.now, code.expiresAt) >= 0;
    if (isOver) return { state: 'none' };
    if (code.contentHash !== input.hash) return { state: 'other_content', hash: code.contentHash };
    if (sameHash(code.codeHash, codeHash(this.config.SECRET_KEY, code.id, readCode(input.typed)))) {
      await this.signOffs.useCode(tx, code.id);
      return { state: 'right' };
    }
    await this.signOffs.countTry(tx, code.id);
    return { state: 'wrong', triesLeft: CODE_TRIES - code.tries - 1 };
  }
}
