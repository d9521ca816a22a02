import { Injectable } from '@nestjs/common';
import { organizationsOf, personIdOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import {
  authorsOnly,
  draftNotFound,
  filesUnreadable,
  noAuthor,
  notBeingWritten,
  reviewersOnly,
  secondPersonNeeded,
  wordsToAvoid,
} from '../authoring.errors.js';
import { unreadableIn, type DraftTexts } from '../domain/draft-files.js';
import type { CourseDraftEntity } from '../persistence/course-draft.entity.js';
import { DraftFileRepository } from '../persistence/draft-file.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { ExamineDraft } from './examine-draft.js';

/** The organizations for which the actor writes courses. */
export function organizationsWrittenFor({ actor }: Tx): string[] {
  return [...new Set(organizationsOf(actor, 'content-author'))];
}

/** The organizations whose drafts the actor reads. @throws DomainError authoring.no_author where there is none */
export function organizationsReadFor({ actor }: Tx): string[] {
  const found = [...new Set(organizationsOf(actor, 'content-author', 'content-reviewer'))];
  if (found.length === 0) throw noAuthor();
  return found;
}

/** @throws DomainError authoring.not_being_written */
export function requireBeingWritten({ state }: CourseDraftEntity): void {
  if (state !== 'draft') throw notBeingWritten();
}

/** A draft of an organization that the actor writes or reviews for; for everybody else there is none. */
@Injectable()
export class FindDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly files: DraftFileRepository,
    private readonly examining: ExamineDraft,
  ) {}

  /** @throws DomainError not_found */
  async execute(tx: Tx, id: string): Promise<CourseDraftEntity> {
    const organizations = organizationsOf(tx.actor, 'content-author', 'content-reviewer');
    const draft = await this.drafts.find(tx, organizations, id);
    if (!draft) throw draftNotFound();
    return draft;
  }

  /** For whoever changes its text. @throws DomainError not_found, authoring.authors_only */
  async asAuthor(tx: Tx, id: string): Promise<CourseDraftEntity> {
    const draft = await this.execute(tx, id);
    if (!organizationsWrittenFor(tx).includes(draft.organizationId)) throw authorsOnly();
    return draft;
  }

  /**
   * The same, held until the transaction ends: nobody hands it in or publishes it between this look and the save.
   * @throws DomainError as {@link asAuthor}; authoring.not_being_written
   */
  async toWrite(tx: Tx, id: string): Promise<CourseDraftEntity> {
    const draft = await this.asAuthor(tx, id);
    const held = await this.drafts.locked(tx, draft.id);
    requireBeingWritten(held);
    return held;
  }

  /**
   * For whoever asks for a review; held until the transaction ends, so that what was looked at is what is handed in.
   * @throws DomainError as {@link asAuthor}; authoring.unreadable, authoring.words_to_avoid
   */
  async toHandIn(tx: Tx, id: string): Promise<CourseDraftEntity> {
    const draft = await this.asAuthor(tx, id);
    const held = await this.drafts.locked(tx, draft.id);
    const texts = await this.textsOf(tx, id);
    const unreadable = unreadableIn(texts);
    if (unreadable.length > 0) throw filesUnreadable(unreadable);
    await this.requireFitWords(tx, held, texts);
    return held;
  }

  /**
   * For whoever marks what others wrote as reviewed.
   * @throws DomainError as {@link asSecondPerson}; authoring.words_to_avoid
   */
  async toReview(tx: Tx, id: string): Promise<CourseDraftEntity> {
    const draft = await this.asSecondPerson(tx, id);
    await this.requireFitWords(tx, draft, await this.textsOf(tx, id));
    return draft;
  }

  /** For whoever says what others wrote is good. @throws DomainError not_found, authoring.reviewers_only, authoring.second_person */
  async asSecondPerson(tx: Tx, id: string): Promise<CourseDraftEntity> {
    const draft = await this.execute(tx, id);
    if (!organizationsOf(tx.actor, 'content-reviewer').includes(draft.organizationId)) throw reviewersOnly();
    if ((await this.files.writers(tx, id)).includes(personIdOf(tx.actor))) throw secondPersonNeeded();
    return draft;
  }

  private async textsOf(tx: Tx, id: string): Promise<DraftTexts> {
    return new Map((await this.files.current(tx, id)).map(({ path, text }) => [path, text]));
  }

  /** Words that shame are not what a second person is asked about: the list settles them before. */
  private async requireFitWords(tx: Tx, draft: CourseDraftEntity, texts: DraftTexts): Promise<void> {
    const { avoidedWords } = (await this.examining.execute(tx, draft, texts)).folder;
    if (avoidedWords.length === 0) return;
    const within = `courses/${draft.courseCode}/`;
    throw wordsToAvoid(avoidedWords.map((one) => ({ ...one, file: one.file.replace(within, '') })));
  }

  /** What the actor may do with it. */
  async rightsIn(tx: Tx, draft: CourseDraftEntity): Promise<{ writes: boolean; reviews: boolean; wrote: boolean }> {
    const me = personIdOf(tx.actor);
    return {
      writes: organizationsWrittenFor(tx).includes(draft.organizationId),
      reviews: organizationsOf(tx.actor, 'content-reviewer').includes(draft.organizationId),
      wrote: (await this.files.writers(tx, draft.id)).includes(me),
    };
  }
}
