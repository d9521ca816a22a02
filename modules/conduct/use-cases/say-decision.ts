import { Injectable } from '@nestjs/common';
import { inOurWords } from '../conduct.errors.js';
import { ConductRules } from './conduct-rules.js';
import { WriteToParties } from './write-to-parties.js';

/** By which rules a decision is taken, and who is told. */
@Injectable()
export class SayDecision {
  constructor(
    readonly rules: ConductRules,
    readonly letters: WriteToParties,
  ) {}

  /** What the database refuses is told in the words of the rule. */
  async refuseInWords<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw inOurWords(error);
    }
  }
}
