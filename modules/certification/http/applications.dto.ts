import { Transform } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { ROUTES, type Route } from '../domain/application-scope.js';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());
/** What was left empty is no number, not zero. */
const numberTyped = ({ value }: { value: unknown }): unknown =>
  value === '' || value === null ? undefined : Number(value);

export class BeginApplicationDto {
  /** The scheme's code, for example `icrc-pr`. */
  @IsString({ message: 'Choose a certification from the list' })
  @MaxLength(100, { message: 'Choose a certification from the list' })
  schemeCode: string;

  /** Needed only where several certifying bodies run a scheme of that code. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a certification from the list' })
  bodyId?: string;

  /** A stage of the scheme, where it has several; the first where it is left out. */
  @IsOptional()
  @IsString({ message: 'Choose a stage of the certification' })
  @MaxLength(100, { message: 'Choose a stage of the certification' })
  stage?: string;

  /** `reciprocity` for who is certified elsewhere, where the scheme takes such people in. */
  @IsOptional()
  @IsIn(ROUTES, { message: 'Choose how you apply: standard or reciprocity' })
  route?: Route;

  /** Codes of the scheme's endorsements, where it has several. */
  @IsOptional()
  @Transform(list)
  @IsArray({ message: 'Choose endorsements from the list' })
  @IsString({ each: true, message: 'Choose endorsements from the list' })
  endorsements?: string[];
}

export class SubmissionDto {
  /** That what is sent is true and complete. */
  @IsBoolean({ message: 'Say that what you send is true and complete' })
  declaration: boolean;

  /** The version of the statement that was read (`application_statement`); left out: the English one in force. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the version of the text that was read' })
  textVersion?: string;
}

export class SubmissionFormDto {
  @IsOptional()
  @IsIn(['yes'], { message: 'Tick the box to say that what you send is true and complete' })
  declaration?: string;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the version of the text that was read' })
  textVersion?: string;
}

export class ReviewDto {
  @IsIn(['returned', 'admitted'], { message: 'Choose whether to return or to admit the application' })
  outcome: 'returned' | 'admitted';

  /** To the person; needed for a return. */
  @IsOptional()
  @IsString({ message: 'Write to the person in plain words' })
  @MaxLength(10_000, { message: 'Write at most 10,000 characters' })
  note?: string;
}

class ExamReportDto {
  @IsPlainDate({ message: 'Enter the day of the exam, such as 2026-11-21' })
  satOn: string;

  @Transform(numberTyped)
  @IsInt({ message: 'Enter the score as a whole number, as on the score report' })
  score: number;

  @IsString({ message: 'Enter the name of the exam center' })
  @Matches(/\S/, { message: 'Enter the name of the exam center' })
  @MaxLength(200, { message: 'Enter at most 200 characters' })
  centre: string;

  /** The centre's own number of the report. */
  @IsString({ message: 'Enter the number of the score report' })
  @Matches(/\S/, { message: 'Enter the number of the score report' })
  @MaxLength(100, { message: 'Enter at most 100 characters' })
  reference: string;

  /** Id of the result that this one puts right. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsUUID(undefined, { message: 'Choose the result to put right' })
  corrects?: string;
}

export class ExamResultDto extends ExamReportDto {
  /** Percent per exam domain, for example `{ "advocacy": 80 }`. */
  @IsOptional()
  @IsObject({ message: 'Enter each domain with its percentage' })
  domains?: Record<string, number>;
}

export class ExamResultFormDto extends ExamReportDto {
  /** One domain a line: `advocacy: 80`. */
  @IsOptional()
  @IsString({ message: 'Enter one domain a line, such as advocacy: 80' })
  @MaxLength(2_000, { message: 'Enter at most 2,000 characters' })
  domains?: string;
}

export class DecisionDto {
  @IsIn(['granted', 'denied'], { message: 'Choose the outcome' })
  outcome: 'granted' | 'denied';

  /** Codes of reasons for this outcome. */
  @Transform(list)
  @IsArray({ message: 'Choose at least one reason' })
  @IsString({ each: true, message: 'Choose at least one reason' })
  reasons: string[];

  /** To the person; needed for a denial. */
  @IsOptional()
  @IsString({ message: 'Write to the person in plain words' })
  @MaxLength(10_000, { message: 'Write at most 10,000 characters' })
  note?: string;
}
