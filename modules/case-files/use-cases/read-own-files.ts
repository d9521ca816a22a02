import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { personIdOf } from '../../../src/kernel/actor.js';
import { inTurn } from '../../../src/kernel/in-turn.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { CaseFileRepository } from '../persistence/case-file.repository.js';
import { outside, type FileOutside } from './file-outside.js';

export interface OwnFile extends FileOutside {
  body: { name: string; timeZone: string; contactEmail: string };
  readings: { by: string; at: Temporal.Instant }[];
}

/** What a person sees of the files about them: that they are there, how long, and who read them when. */
@Injectable()
export class ReadOwnFiles {
  constructor(
    private readonly files: CaseFileRepository,
    private readonly people: People,
    private readonly organizations: Organizations,
  ) {}

  /** Newest first. */
  async execute(tx: Tx): Promise<OwnFile[]> {
    const files = await this.files.listAbout(tx, personIdOf(tx.actor));
    const readings = await this.files.readingsOf(
      tx,
      files.map(({ id }) => id),
    );
    const people = await this.people.getAll(
      tx,
      readings.map(({ readerId }) => readerId),
    );
    return inTurn(files, async (file) => {
      const { name, timeZone, contactEmail } = await this.organizations.get(tx, file.bodyId);
      const own = readings.filter(({ fileId }) => fileId === file.id);
      return {
        ...outside(file),
        body: { name, timeZone, contactEmail },
        readings: own.map(({ readerId, readAt }) => ({ by: people.get(readerId)?.displayName ?? '', at: readAt })),
      };
    });
  }
}
