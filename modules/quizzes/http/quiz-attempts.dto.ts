import { IsInt, IsString, Max, Min } from 'class-validator';
import { AnswerList, AnswerRevision, GivenAnswerDto, SecondsAgo } from './answers.dto.js';

/** Begins an attempt. */
export class StartAttemptDto {
  /** Code of the quiz, as its course names it. */
  @IsString({ message: 'Name the quiz by its code.' })
  quizCode: string;
}

/** One answer. */
export class SaveAnswerDto extends GivenAnswerDto {
  @AnswerRevision()
  revision: number;
}

const PLACE = { message: 'Name the question by its place.' };

class PlacedAnswerDto extends SaveAnswerDto {
  @IsInt(PLACE)
  @Min(1, PLACE)
  @Max(500, PLACE)
  place: number;
}

/** Several answers of one attempt, as its page's script sends them. */
export class AttemptAnswersDto {
  @AnswerList(PlacedAnswerDto)
  answers: PlacedAnswerDto[];
}

class LateAnswerDto extends GivenAnswerDto {
  @IsInt(PLACE)
  @Min(1, PLACE)
  @Max(500, PLACE)
  place: number;

  @SecondsAgo()
  secondsAgo: number;
}

/** What a device kept after the end. */
export class LateAttemptAnswersDto {
  @AnswerList(LateAnswerDto)
  answers: LateAnswerDto[];
}

class LateAnswerByCodeDto extends GivenAnswerDto {
  /** The question's code, as the attempt gives it. */
  @IsString({ message: 'Name the question by its code.' })
  itemCode: string;

  @SecondsAgo()
  secondsAgo: number;
}

/** What a program could not deliver before the end. */
export class LateAnswersByCodeDto {
  @AnswerList(LateAnswerByCodeDto)
  answers: LateAnswerByCodeDto[];
}
