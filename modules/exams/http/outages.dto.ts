import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { AnswerList, SecondsAgo } from '../../quizzes/answers.public.js';
import { MarkedAnswerDto } from './answers.dto.js';

const A_WEEK_SECONDS = 7 * 24 * 3600;
const SECONDS = 'Whole seconds without a connection, from 0 on.';

/** The page of an open sitting is there. */
export class ContactDto {
  /** For how long it reached nobody, until now; 0 where it did. */
  @Type(() => Number)
  @IsInt({ message: SECONDS })
  @Min(0, { message: SECONDS })
  @Max(A_WEEK_SECONDS, { message: SECONDS })
  unreachableSeconds: number;
}

/** One answer that could not be delivered before the end. */
class LateAnswerDto extends MarkedAnswerDto {
  @IsUUID(undefined, { message: 'Name the question by the id of its version.' })
  versionId: string;

  @SecondsAgo()
  secondsAgo: number;
}

/** What a device kept after the end. */
export class LateAnswersDto {
  @AnswerList(LateAnswerDto)
  answers: LateAnswerDto[];
}

/** Whether a sitting that is over is let not count. */
export class VoidDecisionDto {
  @IsIn(['agreed', 'declined'], { message: 'Choose whether you agree' })
  outcome: 'agreed' | 'declined';
}
