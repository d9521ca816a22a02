import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { ADJUSTMENT_CODES, type Adjustment } from '../domain/exam/adjustments.js';

const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());

export class AuthorisationDto {
  @IsString({ message: 'Say where the exam is taken' })
  @Matches(/\S/, { message: 'Say where the exam is taken' })
  @MaxLength(200, { message: 'Enter at most 200 characters' })
  centre: string;

  /** What to do next, to the candidate: how to begin or to book, an address, a telephone number, what to bring. */
  @IsString({ message: 'Tell the candidate what to do next' })
  @Matches(/\S/, { message: 'Tell the candidate what to do next' })
  @MaxLength(1000, { message: 'Use at most 1000 characters' })
  booking: string;

  /** What the centre does, by code. Never why. */
  @Transform(list)
  @IsArray({ message: 'Choose from the list of adjustments' })
  @IsIn(ADJUSTMENT_CODES, { each: true, message: 'Choose from the list of adjustments' })
  adjustments: Adjustment[] = [];

  /** Last day; left out: as long as the scheme allows. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsPlainDate()
  validTo?: string;
}

export class AuthorisationWithdrawalDto {
  /** For your colleagues; nothing about a person's health. */
  @IsString({ message: 'Write why it is withdrawn' })
  @Matches(/\S/, { message: 'Write why it is withdrawn' })
  @MaxLength(500, { message: 'Use at most 500 characters' })
  reason: string;
}

export class ExamListDto {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  /** A file of a form, or `{ fileName, contentBase64 }`. CSV. */
  @IsOptional()
  list?: unknown;
}
