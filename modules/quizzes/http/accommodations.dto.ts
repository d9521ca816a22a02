import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import {
  declineReasons,
  MOST_BREAK_MINUTES,
  MOST_PERCENT,
  type DeclineReason,
} from '../domain/accommodation-request.js';

const PERCENT = `Enter whole percent, from 0 to ${MOST_PERCENT}`;
const MINUTES = `Enter whole minutes, from 0 to ${MOST_BREAK_MINUTES}`;

/** A form sends text, and nothing for what was left empty. */
const wholeNumber = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === null || value === ''
    ? 0
    : typeof value === 'string' && /^\d{1,6}$/.test(value)
      ? Number(value)
      : value;
/** A form sends "yes" for what is ticked. */
const ticked = ({ value }: { value: unknown }): unknown =>
  value === undefined ? false : value === 'yes' ? true : value;
const emptyAsNothing = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

/** What helps. Why is not asked: there is no field for it, and what is sent besides these is dropped. */
export class AccommodationDto {
  /** 50 is half more time. */
  @Transform(wholeNumber)
  @IsInt({ message: PERCENT })
  @Min(0, { message: PERCENT })
  @Max(MOST_PERCENT, { message: PERCENT })
  extraTimePercent: number = 0;

  /** In all, on top of the extra time. */
  @Transform(wholeNumber)
  @IsInt({ message: MINUTES })
  @Min(0, { message: MINUTES })
  @Max(MOST_BREAK_MINUTES, { message: MINUTES })
  breakMinutes: number = 0;

  @Transform(ticked)
  @IsBoolean({ message: 'Whether pages are made for being read aloud is true or false.' })
  reader: boolean = false;

  @Transform(ticked)
  @IsBoolean({ message: 'Whether text is larger is true or false.' })
  largeText: boolean = false;

  @Transform(ticked)
  @IsBoolean({ message: 'Whether spacing is wider is true or false.' })
  wideSpacing: boolean = false;
}

export class AskAccommodationDto extends AccommodationDto {
  @IsUUID(undefined, { message: 'Choose the certifying body' })
  bodyId: string;
}

/** What is settled, and for how long. */
export class SettleAccommodationDto extends AccommodationDto {
  @IsPlainDate({ message: 'Enter the first day' })
  validFrom: string;

  /** The last day; left out for no end. */
  @Transform(emptyAsNothing)
  @IsOptional()
  @IsPlainDate()
  validUntil?: string;
}

/** What was asked for by mail, by phone or in the room. */
export class GrantUnaskedDto extends SettleAccommodationDto {
  @IsUUID(undefined, { message: 'Choose the certifying body' })
  bodyId: string;

  /** The person's number, `P-7K3M9-QWXT4`. */
  @IsString({ message: 'Enter the person’s number' })
  @Matches(/\S/, { message: 'Enter the person’s number' })
  @MaxLength(40, { message: 'A person number is shorter. It begins with P' })
  personNumber: string;

  /** The name on the account, in any spelling. */
  @IsString({ message: 'Enter the person’s name' })
  @Length(1, 1000, { message: 'Enter the person’s name' })
  personName: string;
}

export class EndAccommodationDto {
  /** On which it holds; left out for an end at once. */
  @Transform(emptyAsNothing)
  @IsOptional()
  @IsPlainDate()
  lastDay?: string;
}

export class DeclineAccommodationDto {
  @IsIn(Object.keys(declineReasons), { message: 'Choose a reason' })
  reason: DeclineReason;
}
