import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { CASE_FILE_KINDS, defaultKeepMonths, type CaseFileKind } from '../domain/case-file-kinds.js';
import type { CaseFileEntity } from '../persistence/case-file.entity.js';
import { CaseFileReaderRepository } from '../persistence/case-file-reader.repository.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';
import { outside, type FileOutside } from './file-outside.js';
import { ReaderRules } from './reader-rules.js';

export interface Named {
  id: string;
  name: string;
}

export interface FileAtDesk extends FileOutside {
  concerns: { id: string; name: string; number: string };
  timeZone: string;
  addedAt: Temporal.Instant[];
  readers: (Named & {
    reason: string;
    grantedBy: string | null;
    since: Temporal.Instant;
    until: Temporal.Instant | null;
  })[];
  readings: (Named & { at: Temporal.Instant; what: 'words' | 'attachment' })[];
  may: { read: boolean; administer: boolean };
  /** Whom an administrator can name as a reader. */
  candidates: Named[];
}

export interface DeskFiles {
  files: (FileOutside & { concerns: string; readers: number })[];
  /** Bodies that the acting person administers, with how long they keep each kind. */
  retention: { bodyId: string; bodyName: string; kinds: { kind: CaseFileKind; months: number }[] }[];
}

/** The rows behind it, and how long each body keeps them. */
@Injectable()
export class FileShelf {
  constructor(
    readonly files: CaseFileRepository,
    readonly readers: CaseFileReaderRepository,
    private readonly organizations: Organizations,
  ) {}

  async zoneOf(tx: Tx, { bodyId }: CaseFileEntity): Promise<string> {
    return (await this.organizations.get(tx, bodyId)).timeZone;
  }

  async retention(tx: Tx, bodyIds: readonly string[]): Promise<DeskFiles['retention']> {
    const found: DeskFiles['retention'] = [];
    for (const bodyId of bodyIds) {
      const kinds: DeskFiles['retention'][number]['kinds'] = [];
      for (const kind of CASE_FILE_KINDS) {
        const months = (await this.files.keepMonths(tx, bodyId, kind)) ?? defaultKeepMonths(kind);
        kinds.push({ kind, months });
      }
      found.push({ bodyId, bodyName: (await this.organizations.get(tx, bodyId)).name, kinds });
    }
    return found;
  }
}

/** Case files from outside, at the desk. */
@Injectable()
export class ReadCaseFiles {
  constructor(
    private readonly shelf: FileShelf,
    private readonly rules: ReaderRules,
    private readonly people: People,
  ) {}

  /** The acting person's: of an administrator all of their bodies', of others those they may read. */
  async atDesk(tx: Tx): Promise<DeskFiles> {
    const me = personIdOf(tx.actor);
    const { files, readers } = this.shelf;
    const administered = await files.listFor(tx, organizationsOf(tx.actor, 'administrator'));
    const named = await files.listFor(tx, this.rules.bodiesOf(tx), await readers.filesOf(tx, me));
    const all = [...new Map([...administered, ...named].map((file) => [file.id, file])).values()];
    const found = all.filter(({ personId }) => personId !== me);
    const ids = found.map(({ id }) => id);
    const live = (await readers.of(tx, ids)).filter(({ endedAt }) => endedAt === null);
    const people = await this.people.getAll(
      tx,
      found.map(({ personId }) => personId),
    );
    return {
      files: found.map((file) => ({
        ...outside(file),
        concerns: people.get(file.personId)?.displayName ?? '',
        readers: live.filter(({ fileId }) => fileId === file.id).length,
      })),
      retention: await this.shelf.retention(tx, organizationsOf(tx.actor, 'administrator')),
    };
  }

  /** @throws DomainError not_found unless one may read it or administers its body */
  async one(tx: Tx, fileId: string): Promise<FileAtDesk> {
    const file = await this.rules.fileToSee(tx, fileId);
    const { readers, files } = this.shelf;
    const [named, readings] = [await readers.of(tx, [fileId]), await files.readingsOf(tx, [fileId])];
    const administer = organizationsOf(tx.actor, 'administrator').includes(file.bodyId);
    const candidates = administer ? await this.rules.candidates(tx, file) : [];
    const ids = [
      file.personId,
      ...named.flatMap((one) => (one.grantedBy ? [one.readerId, one.grantedBy] : [one.readerId])),
      ...candidates,
    ];
    const people = await this.people.getAll(tx, [...ids, ...readings.map(({ readerId }) => readerId)]);
    const name = (id: string) => people.get(id)?.displayName ?? '';
    const live = new Set(named.filter(({ endedAt }) => !endedAt).map(({ readerId }) => readerId));
    return {
      ...outside(file),
      concerns: { id: file.personId, name: name(file.personId), number: people.get(file.personId)?.number ?? '' },
      timeZone: await this.shelf.zoneOf(tx, file),
      addedAt: await files.addedAt(tx, fileId),
      readers: named.map(({ readerId, reason, grantedBy, grantedAt: since, endedAt: until }) => {
        return { id: readerId, name: name(readerId), reason, grantedBy: grantedBy && name(grantedBy), since, until };
      }),
      readings: readings.map(({ readerId, readAt: at, documentId }) => {
        return { id: readerId, name: name(readerId), at, what: documentId ? 'attachment' : 'words' };
      }),
      may: { read: await this.rules.mayRead(tx, fileId), administer },
      candidates: candidates.filter((id) => !live.has(id)).map((id) => ({ id, name: name(id) })),
    };
  }
}
