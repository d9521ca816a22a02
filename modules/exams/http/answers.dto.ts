import { IsBoolean, IsOptional } from 'class-validator';
import { GivenAnswerDto } from '../../quizzes/answers.public.js';

/** What was answered in an exam, in time or after the end. */
export class MarkedAnswerDto extends GivenAnswerDto {
  /** Whether to look at it again. */
  @IsOptional()
  @IsBoolean({ message: 'Whether to look at it again is true or false.' })
  flagged?: boolean;
}
