import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { ReadVersions, type Picture } from '../../courses/authoring.public.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { DraftPictureRepository } from '../persistence/draft-picture.repository.js';

/** A picture that the lessons of a draft can name. */
export interface DraftPicture extends Picture {
  /** The words it was given for those who do not see it; empty for one of the version before, whose words stand in its lessons. */
  readonly alt: string;
  /** Put there in this draft; else it came with the version that the draft was begun from. */
  readonly isNew: boolean;
}

/** The pictures of a draft: those of the version it was begun from, with what its authors changed since. */
@Injectable()
export class DraftPictures {
  constructor(
    private readonly versions: ReadVersions,
    private readonly pictures: DraftPictureRepository,
  ) {}

  /** @returns by name */
  async of(
    tx: Tx,
    { id, courseCode, baseVersionId }: Pick<CourseDraftEntity, 'id' | 'courseCode' | 'baseVersionId'>,
  ): Promise<DraftPicture[]> {
    const base = baseVersionId === null ? null : await this.versions.one(tx, courseCode, baseVersionId);
    const before = base ? await this.versions.pictures(tx, base) : [];
    const all = new Map<string, DraftPicture>(before.map((one) => [one.name, { ...one, alt: '', isNew: false }]));
    for (const { name, alt, type, bytes, contentHash: sha256 } of await this.pictures.current(tx, id)) {
      if (type && bytes && sha256) all.set(name, { name, alt, type, bytes, sha256, isNew: true });
      else all.delete(name);
    }
    return [...all.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}
