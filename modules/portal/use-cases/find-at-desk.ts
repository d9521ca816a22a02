import { Injectable } from '@nestjs/common';
import { organizationsOf } from '../../../src/kernel/actor.js';
import type { Tx } from '../../../src/platform/database/transaction.js';
import { People, type PersonSummary } from '../../people/people.public.js';
import { nobodyHere } from '../portal.errors.js';
import { ReadTies } from './read-ties.js';

export type DeskRole = 'registrar' | 'administrator';

export interface FoundAtDesk {
  person: PersonSummary;
  /** The body of the actor that knows the person. */
  bodyId: string;
  worksForBody: boolean;
}

/** Finds a person for the desk: by the whole number, and only among the people of a body where the actor has the role. */
@Injectable()
export class FindAtDesk {
  constructor(
    private readonly people: People,
    private readonly ties: ReadTies,
  ) {}

  /**
   * @param number as typed
   * @throws DomainError `portal.nobody_here`, the same for strangers to the body and for numbers of nobody
   */
  async execute(tx: Tx, number: string, ...roles: DeskRole[]): Promise<FoundAtDesk> {
    const person = await this.people.findByNumber(tx, number);
    if (!person) throw nobodyHere();
    const { bodyIds, worksForBody } = await this.ties.execute(tx, person.id);
    const bodyId = organizationsOf(tx.actor, ...roles).find((id) => bodyIds.has(id));
    if (!bodyId) throw nobodyHere();
    return { person, bodyId, worksForBody };
  }
}
