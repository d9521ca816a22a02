import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { DELIVERIES, type Delivery } from '../domain/approved-course.js';
import { TopicList, type TopicMinutesDto } from './evidence.dto.js';

class CourseDto {
  /** Needed only where you keep the registers of several bodies. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  /** The scheme's code, for example `icrc-pr`. */
  @IsString({ message: 'Enter the code of the scheme, such as icrc-pr' })
  @Matches(/\S/, { message: 'Enter the code of the scheme, such as icrc-pr' })
  schemeCode: string;

  @IsString({ message: 'Enter who gives the course' })
  @Matches(/\S/, { message: 'Enter who gives the course' })
  provider: string;

  @IsString({ message: 'Enter the title of the course' })
  @Matches(/\S/, { message: 'Enter the title of the course' })
  title: string;

  @IsIn(DELIVERIES, { message: 'Choose how the course is given' })
  delivery: Delivery;

  /** Of a course that is taught here: its code, the end of its address under /courses. */
  @IsOptional()
  @IsString({ message: 'Enter the code at the end of the course’s address here, or leave it empty' })
  courseCode?: string;

  /** First day of the approval. */
  @IsPlainDate()
  validFrom: string;
}

export class NewCourseDto extends CourseDto {
  @TopicList()
  topics: TopicMinutesDto[];

  /** Whether people and trainer meet at the same time. */
  @IsBoolean({ message: 'Say whether people and trainer meet at the same time' })
  live: boolean;

  /** Last day; left out while no end is set. */
  @IsOptional()
  @IsPlainDate()
  validTo?: string;
}

export class NewCourseFormDto extends CourseDto {
  @IsIn(['yes', 'no'], { message: 'Say whether people and trainer meet at the same time' })
  live: 'yes' | 'no';

  /** Last day; empty while no end is set. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsPlainDate({ message: 'Enter the last day, such as 2027-12-31, or leave it empty' })
  validTo?: string;
}

export class CourseDecisionDto {
  /** From the start of this day on. */
  @IsPlainDate()
  effectiveOn: string;

  /** For the body's staff; needed for a withdrawal. */
  @IsOptional()
  @IsString({ message: 'Write the reason in plain words' })
  @MaxLength(1000, { message: 'Use at most 1000 characters' })
  reason?: string;
}

export class CourseListDto {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  /** `check` tells what the list holds; `enter` enters it, all or nothing. */
  @IsIn(['check', 'enter'], { message: 'Choose whether to check or to enter the list' })
  act: 'check' | 'enter';

  /** A file of a form, or `{ fileName, contentBase64 }`. CSV. */
  @IsOptional()
  list?: unknown;
}
