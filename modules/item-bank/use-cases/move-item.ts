import { Injectable } from '@nestjs/common';
import { personIdOf } from '../../../src/kernel/actor.js';
import { notFound } from '../../../src/kernel/domain-error.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { movesFor, type ItemMove } from '../domain/item-state.js';
import { contentNeedsAttention, moveNotPossible, secondPerson } from '../item-bank.errors.js';
import type { BankItemEventEntity, BankItemVersionEntity } from '../persistence/bank-item.entity.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { holds } from './bank-access.js';
import { FindItem } from './find-item.js';
import { SealedItems } from './sealed-items.js';
import { TellAuthor } from './tell-author.js';

/** A version goes its way: handed in, returned or reviewed by a second person, into pretest, into use, out of it. */
@Injectable()
export class MoveItem {
  constructor(
    private readonly find: FindItem,
    private readonly items: ItemRepository,
    private readonly sealed: SealedItems,
    private readonly tell: TellAuthor,
  ) {}

  /**
   * @param input.note to the author, for `return`; sealed with the item
   * @throws DomainError not_found, item_bank.move_not_possible, item_bank.second_person, item_bank.question_of_course
   */
  async execute(
    tx: Tx,
    input: { itemId: string; versionId: string; move: ItemMove; note?: string | null | undefined },
  ): Promise<{ itemId: string }> {
    const { itemId, move } = input;
    const found = await this.find.toOpen(tx, itemId);
    await this.items.lock(tx, itemId);
    const versions = await this.items.versionsOf(tx, itemId);
    const version = versions.find(({ id }) => id === input.versionId);
    if (!version) throw notFound('this version');
    const events = await this.items.eventsOf(tx, itemId);
    this.requireMay(tx, version, events, move);
    const note = input.note?.trim();
    if (move === 'return' && !note) {
      throw contentNeedsAttention([{ field: 'sealedNote', message: 'Write what the author should look at' }]);
    }
    // What a version takes the place of goes first: an item is at most once in pretest and once active.
    for (const earlier of versions) {
      if (earlier.id !== version.id && takesPlaceOf(move, earlier)) await this.find.step(tx, earlier, 'replace');
    }
    const sealNote = move === 'return' && note ? (id: string) => this.sealed.sealNote(found.item, id, note) : undefined;
    const { eventId } = await this.find.step(tx, version, move, sealNote);
    if (move === 'return' || move === 'review') await this.tell.execute(tx, { found, version, move, eventId });
    return { itemId };
  }

  private requireMay(
    tx: Tx,
    version: BankItemVersionEntity,
    events: readonly BankItemEventEntity[],
    move: ItemMove,
  ): void {
    const mover = moverOf(tx, version, events);
    if (movesFor({ state: version.state, handedIn: version.handedInAt !== null }, mover).includes(move)) return;
    const reviews = (move === 'review' || move === 'return') && version.handedInAt !== null && mover.isReviewer;
    throw reviews && mover.hadAPart ? secondPerson() : moveNotPossible();
  }
}

/** What the acting person is to a version. */
export function moverOf(
  tx: Tx,
  version: Pick<BankItemVersionEntity, 'id' | 'bodyId' | 'authorId'>,
  events: readonly BankItemEventEntity[],
) {
  const me = personIdOf(tx.actor);
  const handedIn = events.some(({ versionId, move, actorId }) => {
    return versionId === version.id && move === 'hand_in' && actorId === me;
  });
  return {
    isReviewer: holds(tx, version.bodyId, 'item-reviewer'),
    isPsychometrician: holds(tx, version.bodyId, 'psychometrician'),
    isItsAuthor: holds(tx, version.bodyId, 'item-author') && version.authorId === me,
    hadAPart: version.authorId === me || handedIn,
  };
}

function takesPlaceOf(move: ItemMove, { state }: BankItemVersionEntity): boolean {
  return (move === 'pretest' && state === 'pretest') || (move === 'activate' && state === 'active');
}
