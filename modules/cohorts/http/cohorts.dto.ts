import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { NestedList } from '../../../src/platform/http/nested.js';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { MaybeId, Written, WrittenUpTo } from './dto-fields.js';

const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());
const whole = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d+$/u.test(value.trim()) ? Number(value) : value;
const yes = ({ value }: { value: unknown }): unknown => [value].flat().some((one) => one === 'yes' || one === true);

export class CohortDto {
  /** Needed by people who teach for several organizations. */
  @MaybeId('Choose the organization.')
  organizationId?: string;

  @Written('Choose a course.')
  courseCode: string;

  @WrittenUpTo(200, 'Give the group a name, such as "Thursday evenings".', 'Enter at most 200 characters.')
  title: string;

  @Transform(whole)
  @Max(500, { message: 'Enter at most 500.' })
  @Min(1, { message: 'Enter at least 1.' })
  // Nearest to the field is told first.
  @IsInt({ message: 'Enter how many people can take part, as a number.' })
  places: number;

  /** First day, `YYYY-MM-DD`. */
  @IsPlainDate({ message: 'Enter the first day, such as 2026-12-01.' })
  startsOn: string;

  /** Last day, `YYYY-MM-DD`. */
  @IsPlainDate({ message: 'Enter the last day, such as 2027-02-28.' })
  endsOn: string;

  /** Whether anybody may ask for a place. */
  @Transform(yes)
  @IsBoolean()
  isOpen: boolean = false;

  /** Persons of the organization who teach it; the caller when empty. */
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(20, { message: 'Choose at most 20 people.' })
  @IsUUID(undefined, { each: true, message: 'Choose among the people of your organization.' })
  instructors: string[] = [];
}

export class LiveSessionDto {
  @Written('Choose a session plan.')
  sessionCode: string;

  /** `YYYY-MM-DD`, where the organization is. */
  @IsPlainDate({ message: 'Enter the day, such as 2026-12-05.' })
  day: string;

  /** `HH:MM`, where the organization is. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/u, { message: 'Enter the time it begins, such as 18:00.' })
  time: string;

  @IsIn(['in_person', 'live_online'], { message: 'Choose whether people meet in a room or in a call.' })
  delivery: 'in_person' | 'live_online';

  /** A room, or the address of a call. */
  @WrittenUpTo(500, 'Enter the room, or the address of the call.', 'Enter at most 500 characters.')
  place: string;
}

export class InvitationDto {
  @MaybeId('Choose the organization.')
  organizationId?: string;

  @Written('Choose a course.')
  courseCode: string;

  /** A group of the organization; left out for the course alone. */
  @MaybeId('Choose a group, or none.')
  cohortId?: string;

  @WrittenUpTo(200, 'Enter the name of the person.', 'Enter at most 200 characters.')
  name: string;

  @IsEmail({ allow_utf8_local_part: true }, { message: 'Enter an e-mail address, such as name@example.org.' })
  @MaxLength(254, { message: 'Enter at most 254 characters.' })
  email: string;
}

export class CodeDto {
  @WrittenUpTo(40, 'Enter the code.', 'A code is shorter than that.')
  code: string;
}

export class PersonDto {
  @IsUUID(undefined, { message: 'Name the person by their id.' })
  personId: string;
}

class PresenceDto {
  @IsUUID(undefined, { message: 'Name the person by their id.' })
  personId: string;

  /** Minutes in the room; 0 for who was not there. */
  @Max(1440, { message: 'A session is shorter than a day.' })
  @Min(0, { message: 'Minutes are 0 or more.' })
  @IsInt({ message: 'Minutes are a whole number.' })
  minutes: number;

  @IsBoolean({ message: 'Say whether they took part in talk with others: true or false.' })
  liveInteraction: boolean;
}

export class AttendanceDto {
  @NestedList(PresenceDto, {
    message: 'Name who was there.',
    max: { count: 500, message: 'Send at most 500 people at once.' },
  })
  present: PresenceDto[];
}
