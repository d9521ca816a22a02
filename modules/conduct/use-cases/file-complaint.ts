import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { anonymous, personActing } from '../../../src/kernel/actor.js';
import { isAfter } from '../../../src/kernel/dates.js';
import { Audit } from '../../../src/platform/audit/audit.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { CaseFiles } from '../../case-files/case-files.public.js';
import { readNumber, Register } from '../../credentials/credentials.public.js';
import { Letters } from '../../notifications/notifications.public.js';
import { chooseOne, credentialNotFound, eventAhead } from '../conduct.errors.js';
import { lastDay } from '../domain/conduct-terms.js';
import { allegations, areOf } from '../domain/words.js';
import type { ComplaintEntity } from '../persistence/complaint.entity.js';
import { ComplaintRepository } from '../persistence/complaint.repository.js';
import { ConductRules } from './conduct-rules.js';

export interface NewComplaint {
  /** Of the holder's credential, as it stands on the certificate. */
  number: string;
  allegations: readonly string[];
  eventOn: Temporal.PlainDate;
  /** What happened: goes into the sealed case file and nowhere else. */
  words: string;
  /** Sealed with the words. */
  name: string | null;
  /** To be written to; without one the reporter hears nothing more. */
  email: string | null;
}

const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What a complaint is kept in: its rows, its sealed file, its audit row. */
@Injectable()
export class ComplaintShelf {
  constructor(
    readonly complaints: ComplaintRepository,
    readonly files: CaseFiles,
    readonly audit: Audit,
    readonly ids: Ids,
  ) {}
}

/**
 * Takes a complaint of anybody about a holder. It is taken in late, too: whether it is heard is for the handler to say, with
 * the rule, and not for a form.
 */
@Injectable()
export class FileComplaint {
  constructor(
    private readonly shelf: ComplaintShelf,
    private readonly register: Register,
    private readonly rules: ConductRules,
    private readonly letters: Letters,
  ) {}

  /** @throws DomainError conduct.credential_not_found, conduct.choose_one */
  async execute(tx: Tx, input: NewComplaint): Promise<{ reference: string; acknowledgeBy: string }> {
    if (!areOf(allegations, input.allegations)) throw chooseOne('allegations', 'Choose what it is about');
    const held = await this.credential(tx, input.number);
    const schemeVersionId = await this.rules.versionOfHolder(tx, held);
    const rules = await this.rules.of(tx, { bodyId: held.bodyId, schemeVersionId });
    if (isAfter(input.eventOn, rules.today)) throw eventAhead();
    const complaint: ComplaintEntity = {
      id: this.shelf.ids.next(),
      bodyId: held.bodyId,
      personId: held.personId,
      credentialId: held.credentialId,
      schemeVersionId,
      reference: drawReference(),
      allegations: [...new Set(input.allegations)],
      eventOn: input.eventOn,
      acknowledgeBy: lastDay(tx.now, rules.terms.complaint.acknowledge, rules.calendar),
      decideBy: lastDay(tx.now, rules.terms.complaint.decide, rules.calendar),
      answerBy: null,
      handlerId: null,
      state: 'received',
      stateSince: tx.now,
      createdAt: tx.now,
    };
    await this.keep(tx, complaint, input);
    if (input.email) {
      await this.letters.send(tx, {
        kind: 'complaint-received',
        identity: `complaint-received:${complaint.id}`,
        // Their name is in the sealed file and in no letter.
        to: { email: input.email, name: complaint.reference },
        bodyId: complaint.bodyId,
        data: {
          reference: complaint.reference,
          acknowledgeBy: complaint.acknowledgeBy.toString(),
          decideBy: complaint.decideBy.toString(),
        },
      });
    }
    return { reference: complaint.reference, acknowledgeBy: complaint.acknowledgeBy.toString() };
  }

  private async credential(tx: Tx, typed: string) {
    const number = readNumber(typed);
    const [entry] = number === null ? [] : await this.register.publicly(tx, [number]);
    const held = entry && (await this.register.credentialsOf(tx, entry.personId));
    const found = held?.find(({ credentialId }) => credentialId === entry?.credentialId);
    if (!found) throw credentialNotFound();
    return found;
  }

  private async keep(tx: Tx, complaint: ComplaintEntity, { words, name, email }: NewComplaint): Promise<void> {
    const { id, bodyId, personId } = complaint;
    const { complaints, files, audit } = this.shelf;
    const reporterId = personActing(tx.actor);
    const reporter = { complaintId: id, bodyId, personId: reporterId, email, createdAt: tx.now };
    await complaints.add(tx, complaint, reporterId || email ? reporter : null);
    // Who told us is not on the audit: the holder may ask for what is there about them.
    const unnamed: Tx = { ...tx, actor: anonymous };
    const subject = { module: 'conduct', id };
    const { fileId } = await files.open(unnamed, { bodyId, personId, kind: 'complaint', subject });
    await files.add(unnamed, fileId, { title: 'The complaint', from: name ?? 'Without a name', text: words });
    await audit.record(unnamed, {
      action: 'conduct.complaint.received',
      subject: { kind: 'complaint', id },
      bodyId,
      personId,
    });
  }
}

function drawReference(): string {
  return `C-${Array.from({ length: 8 }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('')}`;
}
