import { IsArray, IsInt, IsObject, IsOptional, IsString, Max, Min } from 'class-validator';

/** Begins an attempt. */
export class StartAttemptDto {
  /** Code of the quiz, as its course names it. */
  @IsString({ message: 'Name the quiz by its code.' })
  quizCode: string;
}

/** One answer. `chosen` for single and multiple, `places` for ordering. */
export class SaveAnswerDto {
  /** One higher than the revision last seen; 1 for the first answer to the question. */
  @IsInt({ message: 'The revision is a whole number, one higher than the last one seen.' })
  @Min(1, { message: 'The first revision is 1.' })
  @Max(1_000_000, { message: 'Revisions go up one by one.' })
  revision: number;

  /** Keys of the chosen options; an empty list takes the answer back. */
  @IsOptional()
  @IsArray({ message: 'The chosen options are a list of their keys.' })
  @IsString({ each: true, message: 'The chosen options are a list of their keys.' })
  chosen?: string[];

  /** For each option placed so far its place, counted from 1. */
  @IsOptional()
  @IsObject({ message: 'Places are given by the key of each option.' })
  places?: Record<string, number>;
}
