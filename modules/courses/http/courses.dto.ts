import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class EnrolDto {
  /** The code of the course, as in its address. */
  @IsString({ message: 'Name the course by its code.' })
  @MaxLength(60, { message: 'A course code has at most 60 characters.' })
  courseCode: string;
}

export class AnswerChecksDto {
  /** For each check of the lesson, in its order, the option chosen, counted from 0. */
  @IsArray({ message: 'Send one number for each check of the lesson.' })
  @ArrayMaxSize(50, { message: 'No lesson has that many checks.' })
  @IsInt({ each: true, message: 'An answer is the number of an option, counted from 0.' })
  @Min(0, { each: true, message: 'An answer is the number of an option, counted from 0.' })
  @Max(50, { each: true, message: 'No check has that many options.' })
  answers: number[];
}

export class CompleteLessonDto {
  /** That time was taken for the reflection. What it held is never asked. */
  @IsBoolean({ message: 'Say whether the reflection is done: true or false.' })
  reflectionDone: boolean;
}

export class SignOfWorkDto {
  /** Whole seconds at work since the last sign, by the sender's own clock; the server counts no more than its own. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Send whole seconds.' })
  @Min(0, { message: 'Time at work begins with 0 seconds.' })
  @Max(86_400, { message: 'One sign tells of a day at most.' })
  seconds?: number;
}

export class PrintedNameDto {
  /** The name as agreed with the person. */
  @IsString({ message: 'Enter the name as it is to be printed' })
  @MaxLength(200, { message: 'Enter at most 200 characters' })
  printedName: string;
}
