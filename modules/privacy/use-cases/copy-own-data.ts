import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { PersonalData } from '../../../src/platform/personal-data/personal-data.js';
import { Letters } from '../../notifications/notifications.public.js';
import { Sessions } from '../../people/people.public.js';
import { ReadOwnData } from './read-own-data.js';

/** Records that somebody takes a copy of what is kept of them, and writes to them, in case it was not them. */
@Injectable()
export class AskForCopy {
  constructor(
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly letters: Letters,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError people.confirm_first */
  async execute(tx: Tx): Promise<void> {
    await this.sessions.requireConfirmed(tx);
    const personId = personIdOf(tx.actor);
    const subject = { kind: 'person', id: personId };
    await this.audit.record(tx, { action: 'privacy.data.copied', subject, personId });
    const identity = `privacy/data-copied/${this.ids.next()}`;
    await this.letters.send(tx, {
      kind: 'account-data-copied',
      identity,
      to: { personId },
      data: { path: '/profile/data' },
    });
  }
}

/** The copy itself, as the pieces of one JSON text. */
@Injectable()
export class CopyOwnData {
  constructor(
    private readonly data: PersonalData,
    private readonly own: ReadOwnData,
  ) {}

  /** Reads as it goes: the transaction has to stay open until the last piece. */
  async *execute(tx: Tx): AsyncGenerator<string> {
    yield `{"madeAt":${JSON.stringify(tx.now.toString())},"kept":{`;
    let open: string | null = null;
    for await (const { table, title, row } of this.data.rowsOf(tx, personIdOf(tx.actor))) {
      const begin = `${open === null ? '' : ']},'}\n${JSON.stringify(table)}:{"title":${JSON.stringify(title)},"rows":[`;
      yield `${open === table ? ',' : begin}\n${JSON.stringify(row)}`;
      open = table;
    }
    yield `${open === null ? '' : ']}'}},\n"notInThisCopy":${JSON.stringify(this.own.withheld())}}\n`;
  }
}
