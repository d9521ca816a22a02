import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { BACKGROUND_RESULTS, type BackgroundResult } from '../domain/background-result.js';

export class BackgroundCheckDto {
  /** Which check of the scheme, by code. */
  @IsString({ message: 'Choose a check that the scheme asks for' })
  @MaxLength(100, { message: 'Choose a check that the scheme asks for' })
  code: string;

  @IsIn(BACKGROUND_RESULTS, { message: 'Choose the result' })
  result: BackgroundResult;

  @IsString({ message: 'Enter who made the check' })
  @Matches(/\S/, { message: 'Enter who made the check' })
  @MaxLength(200, { message: 'Enter at most 200 characters' })
  provider: string;

  /** The provider's own number of the report. */
  @IsString({ message: 'Enter the number of the report' })
  @Matches(/\S/, { message: 'Enter the number of the report' })
  @MaxLength(100, { message: 'Enter at most 100 characters' })
  reference: string;

  @IsPlainDate({ message: 'Enter the day of the report, such as 2026-11-21' })
  checkedOn: string;

  /** Id of the result that this one takes the place of. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsUUID(undefined, { message: 'Choose the result to put right' })
  corrects?: string;
}

export class BackgroundQuestionDto {
  /** The last day on which the person may answer. */
  @IsPlainDate({ message: 'Enter the last day for an answer, such as 2026-12-21' })
  answerUntil: string;
}
