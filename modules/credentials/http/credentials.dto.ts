import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { reversalReasons } from '../domain/status-change.js';

/** A registrar's change to a credential. */
export class StatusChangeDto {
  /** A code of the kind's list. */
  @IsString({ message: 'Choose one of the reasons' })
  @MaxLength(100, { message: 'Choose one of the reasons' })
  reason: string;

  /** The first day on which it counts. */
  @IsPlainDate({ message: 'Enter the first day on which it counts, such as 2026-11-21' })
  effectiveOn: string;

  /** The first day on which the public is told. */
  @IsPlainDate({ message: 'Enter the first day on which the public is told, such as 2026-11-21' })
  publicFrom: string;

  /** To the holder, in the body's own words; never public. */
  @IsOptional()
  @IsString({ message: 'Write to the holder in plain words' })
  @MaxLength(10_000, { message: 'Write at most 10,000 characters' })
  explanation?: string;

  /** Counts before the notice that the scheme gives is over; needs the explanation. */
  @IsOptional()
  @IsIn([true, false, 'yes', ''], { message: 'Say whether it is an emergency' })
  emergency?: boolean | 'yes' | '';

  /** Of a reprimand: the last day on which the public is told; none where it stays. */
  @IsOptional()
  @ValidateIf(({ noteUntil }: StatusChangeDto) => noteUntil !== '')
  @IsPlainDate({ message: 'Enter the last day of the public note, such as 2028-11-21' })
  noteUntil?: string;
}

/** A decision against a holder is taken back. */
export class ReversalDto {
  /** The line of the register that is taken back. */
  @IsUUID(undefined, { message: 'Choose the decision that is taken back' })
  eventId: string;

  /** `appeal_upheld`, `decided_in_error` or `agency_order`. */
  @IsIn(Object.keys(reversalReasons), { message: 'Choose one of the reasons' })
  reason: string;

  /** To the holder, in the body's own words; never public. */
  @IsOptional()
  @IsString({ message: 'Write to the holder in plain words' })
  @MaxLength(10_000, { message: 'Write at most 10,000 characters' })
  explanation?: string;
}

export class EditionDto {
  /** The name as agreed with the holder. */
  @IsString({ message: 'Enter the name as it is to be printed' })
  @MaxLength(1_000, { message: 'Enter at most 1,000 characters' })
  printedName: string;
}
