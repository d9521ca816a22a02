import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { Organizations } from '../../organizations/organizations.public.js';
import { People } from '../../people/people.public.js';
import { courseKeptElsewhere } from '../authoring.errors.js';
import type { CourseDraftFileEntity } from '../persistence/course-draft-file.entity.js';
import { DraftFileRepository } from '../persistence/draft-file.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';

type NewRevision = Pick<CourseDraftFileEntity, 'draftId' | 'path' | 'revision' | 'text'>;

/** Drafts and their files, as use cases keep them. */
@Injectable()
export class DraftStore {
  constructor(
    readonly drafts: DraftRepository,
    readonly files: DraftFileRepository,
    private readonly organizations: Organizations,
    private readonly people: People,
  ) {}

  /** @returns false where somebody saved that revision first */
  addRevision(tx: Tx, file: NewRevision): Promise<boolean> {
    return this.files.add(tx, { ...file, savedBy: personIdOf(tx.actor), savedAt: tx.now });
  }

  /** A course that an organization published from here is looked after by it. @throws DomainError authoring.kept_elsewhere */
  async requireKeeper(tx: Tx, courseCode: string, organizationId: string): Promise<void> {
    const keeper = await this.drafts.keeperOf(tx, courseCode);
    if (keeper && keeper !== organizationId) throw courseKeptElsewhere((await this.organizations.get(tx, keeper)).name);
  }

  async nameOfActor(tx: Tx): Promise<string> {
    return (await this.people.get(tx, personIdOf(tx.actor))).displayName;
  }

  /** Names of these people, by id. */
  async names(tx: Tx, ids: readonly string[]): Promise<(id: string | null) => string> {
    const people = await this.people.getAll(tx, [...new Set(ids)]);
    return (id) => (id ? (people.get(id)?.displayName ?? 'Somebody') : '');
  }
}
