import { Injectable } from '@nestjs/common';
import { ConductRules } from './conduct-rules.js';
import { WriteToParties } from './write-to-parties.js';

/** By which rules a decision is taken, and who is told. */
@Injectable()
export class SayDecision {
  constructor(
    readonly rules: ConductRules,
    readonly letters: WriteToParties,
  ) {}
}
