import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../../../src/platform/http/nested.js';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

export class DomainMinutesDto {
  /** Code of the domain, for example `advocacy`. */
  @IsString({ message: 'Choose the domains from the list.' })
  domain: string;

  @IsInt({ message: 'Enter time in whole minutes.' })
  @Min(1, { message: 'Enter time in whole minutes, at least one.' })
  @Max(1440, { message: 'A day has 1,440 minutes.' })
  minutes: number;
}

export class SupervisorDto {
  @IsString({ message: 'Enter the name of your supervisor.' })
  @MaxLength(200, { message: 'Enter a name of at most 200 letters.' })
  name: string;

  @IsString({ message: 'Enter the e-mail address of your supervisor.' })
  @MaxLength(320, { message: 'Enter an e-mail address of at most 320 letters.' })
  email: string;
}

/** One stretch of practice or of supervision received. */
export class EntryDto {
  /** `paid`, `volunteer` or `supervision`. */
  @IsString({ message: 'Choose paid, volunteer or supervision received.' })
  kind: string;

  @IsPlainDate()
  workedOn: string;

  /** When it began, `HH:MM`; then it may not overlap with another entry. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'Enter a start time such as 09:30, or leave it empty.' })
  startsAt?: string;

  /** The time in each domain; their sum is the entry's time. */
  @NestedList(DomainMinutesDto, {
    message: 'Enter the time for at least one domain.',
    min: { count: 1, message: 'Enter the time for at least one domain.' },
    max: { count: 20, message: 'Enter each domain once, with all of its time.' },
  })
  domains: DomainMinutesDto[];

  @IsString({ message: 'Choose a method from the list.' })
  method: string;

  @IsString({ message: 'Choose a setting from the list.' })
  setting: string;

  @IsString({ message: 'Choose an activity from the list.' })
  activity: string;

  @Nested(SupervisorDto, 'Enter the name and the e-mail address of your supervisor.')
  supervisor: SupervisorDto;
}

/** Asks one supervisor to sign entries that name them. */
export class SignOffRequestDto {
  @IsArray({ message: 'Choose at least one entry to be signed.' })
  @ArrayMaxSize(500, { message: 'Send at most 500 entries at once.' })
  @IsUUID(undefined, { each: true, message: 'Choose entries from the list.' })
  entryIds: string[];
}
