import { IsIn, IsUUID, ValidateIf } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { KEEP_REASONS, type KeepReason } from '../domain/keep-reasons.js';

const REASONS: readonly string[] = [...KEEP_REASONS, 'not_needed'];

export class ErasureAnswerDto {
  @IsUUID(undefined, { message: 'Choose the certifying body' })
  bodyId: string;

  /** Why the legal file needs the name, by code, or `not_needed`. */
  @IsIn(REASONS, { message: 'Choose why your file needs the name, or that it does not' })
  reason: KeepReason | 'not_needed';

  /** The last day with the name; not sent where it is not needed. */
  @ValidateIf(({ reason }: ErasureAnswerDto) => reason !== 'not_needed')
  @IsPlainDate({ message: 'Enter the last day on which your file needs the name, such as 2031-11-21' })
  keepUntil: string;
}
