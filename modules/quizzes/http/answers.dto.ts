import { applyDecorators } from '@nestjs/common';
import { IsArray, IsInt, IsNumber, IsObject, IsOptional, IsString, Max, Min } from 'class-validator';
import { NestedList } from '../../../src/platform/http/nested.js';

/** What was answered, in time or after the end, in a quiz or an exam. `chosen` for single and multiple, `places` for ordering. */
export class GivenAnswerDto {
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

/** One higher than the revision last seen; 1 for the first answer to the question. */
export function AnswerRevision(): PropertyDecorator {
  return applyDecorators(
    IsInt({ message: 'The revision is a whole number, one higher than the last one seen.' }),
    Min(1, { message: 'The first revision is 1.' }),
    Max(1_000_000, { message: 'Revisions go up one by one.' }),
  );
}

const A_WEEK_SECONDS = 7 * 24 * 3600;
const AGO = { message: 'Say how many seconds ago it was given.' };

/** Seconds since an answer was given, by the clock of the device. */
export function SecondsAgo(): PropertyDecorator {
  return applyDecorators(IsNumber({}, AGO), Min(0, AGO), Max(A_WEEK_SECONDS, AGO));
}

/** A list of answers; a page's script sends it as one field of its form. */
export function AnswerList<T extends GivenAnswerDto>(answer: new () => T): PropertyDecorator {
  return NestedList(answer, {
    message: 'Answers are a list.',
    min: { count: 1, message: 'Send at least one answer.' },
    max: { count: 500, message: 'Send at most 500 answers at once.' },
  });
}
