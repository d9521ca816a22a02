import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { readListText } from '../../../src/platform/lists/list-text.js';
import { Ids } from '../../../src/platform/ids/ids.js';
import { readNumber } from '../../credentials/credentials.public.js';
import { readRosterList, type ListProblem } from '../domain/roster-list.js';
import { unreadableList } from '../employers.errors.js';
import type { RosterImportEntity } from '../persistence/roster.entity.js';
import { RosterRepository } from '../persistence/roster.repository.js';
import { EmployerOf } from './employer-of.js';

export interface ImportView {
  id: string;
  fileName: string;
  /** As the bytes were found to be written. */
  encoding: string;
  people: { line: number; name: string; number: string | null; from: string; until: string | null }[];
  problems: ListProblem[];
  applied: boolean;
}

/** Checks an uploaded list and keeps it for confirming. Nothing on the roster changes. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly employerOf: EmployerOf,
    private readonly roster: RosterRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError employers.unreadable_list */
  async execute(tx: Tx, upload: { fileName: string; bytes: Buffer }): Promise<ImportView & { repeats: number }> {
    const { organization } = await this.employerOf.execute(tx);
    const read = readListText(upload.bytes);
    if (!read) throw unreadableList();
    const { people, problems, repeats } = readRosterList(read.text, readNumber);
    const list: RosterImportEntity = {
      id: this.ids.next(),
      organizationId: organization.id,
      uploadedBy: personIdOf(tx.actor),
      fileName: upload.fileName.slice(0, 200),
      encoding: read.encoding,
      rows: [...people],
      problems: [...problems, ...repeats.map(repeatNote)],
      createdAt: tx.now,
      appliedAt: null,
    };
    await this.roster.addImport(tx, list);
    return { ...viewOf(list), repeats: repeats.length };
  }

  /** @throws DomainError not_found for another employer's list, or one older than a day */
  async read(tx: Tx, id: string): Promise<ImportView> {
    const { organization } = await this.employerOf.execute(tx);
    const list = await this.roster.findImport(tx, organization.id, id);
    if (!list) throw notFound('this list');
    return viewOf(list);
  }
}

/** A line that only says again what an earlier one said: told, and no hindrance. */
export const REPEAT = 'repeat';

function repeatNote({ line, of }: { line: number; of: number }): ListProblem {
  return { line, column: REPEAT, message: `The same as line ${of}; it is left out.`, cells: [] };
}

function viewOf({ id, fileName, encoding, rows, problems, appliedAt }: RosterImportEntity): ImportView {
  return { id, fileName, encoding, people: rows, problems, applied: appliedAt !== null };
}
