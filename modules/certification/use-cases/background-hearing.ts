import { Injectable } from '@nestjs/common';
import { AnswerBackground } from './answer-background.js';
import { AskBackgroundAnswer } from './ask-background-answer.js';

/** The two sides of hearing a person about a result. */
@Injectable()
export class BackgroundHearing {
  constructor(
    readonly ask: AskBackgroundAnswer,
    readonly answer: AnswerBackground,
  ) {}
}
