import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateIf } from 'class-validator';
import { DELIVERIES, type Delivery } from '../domain/approved-course.js';
import type { TrainingKind } from '../domain/submission.js';
import { NestedList } from '../../../src/platform/http/nested.js';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

/** An empty field of a form is nothing; what is no number stays NaN, so that it is asked again. */
const NumberOrNothing = () =>
  Transform(({ value }: { value: unknown }) => (value === '' || value === undefined ? undefined : Number(value)));

/** Of a course of the register, title and provider are known and may be left out. */
const isNeeded = ({ approvedCourseId }: TrainingDto, value: unknown): boolean =>
  !approvedCourseId || value !== undefined;

export class TopicMinutesDto {
  @IsString({ message: 'Name the topic by its code' })
  topic: string;

  @IsInt({ message: 'Give whole minutes, at least one' })
  @Min(1, { message: 'Give whole minutes, at least one' })
  minutes: number;
}

/** The time of a training by topic. */
export const TopicList = (): PropertyDecorator =>
  NestedList(TopicMinutesDto, { message: 'Give each topic with its minutes' });

export class TrainingDto {
  /** A course of the body's register: then provider, title and delivery are the register's, and topics may be less, never more. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a course of the register' })
  approvedCourseId?: string;

  @IsOptional()
  @IsIn(DELIVERIES, { message: 'Choose how the training was given' })
  delivery?: Delivery;

  /** Whether it ended with a test that was passed; left out where there was none. */
  @IsOptional()
  @IsBoolean({ message: 'Say true or false' })
  assessmentPassed?: boolean;

  /** The certifying body it is for; may be left out where there is only one. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  @ValidateIf(isNeeded)
  @IsString({ message: 'Enter who gave the training' })
  provider?: string;

  @ValidateIf(isNeeded)
  @IsString({ message: 'Enter the title of the training' })
  title?: string;

  @IsPlainDate()
  startedOn: string;

  @IsPlainDate()
  finishedOn: string;

  @TopicList()
  topics: TopicMinutesDto[];

  /** A file of a multipart form, or `{ fileName, contentBase64 }`. PDF, JPEG or PNG. */
  @IsOptional()
  proof?: unknown;
}

export class DocumentDto {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  @IsString({ message: 'Choose what kind of document this is' })
  documentType: string;

  /** A file of a multipart form, or `{ fileName, contentBase64 }`. PDF, JPEG or PNG. */
  @IsOptional()
  file?: unknown;
}

class MadeStatementDto {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  @IsString({ message: 'Name the text by its code' })
  code: string;

  /** `version` of the text as GET /api/v1/statements gave it. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the version of the text that was read' })
  textVersion: string;
}

export class AttestationDto extends MadeStatementDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Enter a whole number from 0 to 100' })
  @Min(0, { message: 'Enter a whole number from 0 to 100' })
  @Max(100, { message: 'Enter a whole number from 0 to 100' })
  percent?: number;

  /** When the declaration is asked. */
  @IsOptional()
  @IsIn(['application', 'exam'], { message: 'Choose when this is for' })
  checkedAt?: string;

  /** Where the text asks one, such as an age. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Enter a whole number' })
  @Min(0, { message: 'Enter a whole number' })
  @Max(999, { message: 'Enter a whole number' })
  number?: number;

  /** Where the text names several: the code of one of its `types`. */
  @IsOptional()
  @IsString({ message: 'Choose one' })
  type?: string;
}

export class SignatureDto extends MadeStatementDto {
  @IsString({ message: 'Type your name to sign' })
  signedName: string;
}

/** What is the same on the form and in JSON. */
class AnswerDto {
  /** The revision that was read. */
  @Type(() => Number)
  @IsInt({ message: 'Open the submission again, then answer' })
  revision: number;

  @IsIn(['accepted', 'returned'], { message: 'Choose whether to accept it or to return it' })
  outcome: 'accepted' | 'returned';

  @IsOptional()
  @IsString()
  note?: string;

  /** Of a training, on acceptance: what kind it was, by its code, where the certificate says so. */
  @IsOptional()
  @IsString({ message: 'Choose what kind of training it was, or leave it open' })
  category?: string;

  /** Of a document that confirms an amount (months of work, credits), on acceptance: how much. */
  @IsOptional()
  @NumberOrNothing()
  @Min(0, { message: 'Enter how much the document confirms' })
  @Max(9999, { message: 'Enter how much the document confirms' })
  amount?: number;

  /** Of a document that shows a figure (the age on an ID), on acceptance: the whole number. The fact tells the number alone. */
  @IsOptional()
  @NumberOrNothing()
  @IsInt({ message: 'Enter a whole number, or leave it empty' })
  @Min(0, { message: 'Enter a whole number, or leave it empty' })
  @Max(999, { message: 'Enter a whole number, or leave it empty' })
  number?: number;
}

export class ReviewFormDto extends AnswerDto {
  /** Of a training: the form shows its time by topic, to be put right. */
  @IsOptional()
  @IsIn(['outside_training', 'continuing_education'], { message: 'Open the submission again, then answer' })
  kind?: TrainingKind;

  /** Of outside training: the id of a course of the register, or `none`. */
  @IsOptional()
  @ValidateIf(({ approvedCourseId }: ReviewFormDto) => approvedCourseId !== 'none')
  @IsUUID(undefined, { message: 'Choose a course of the register, or none' })
  approvedCourseId?: string;
}

export class ReviewDto extends AnswerDto {
  /** Of a training, on acceptance: the time by topic as the certificate has it; left out: as the person told it. */
  @IsOptional()
  @TopicList()
  topics?: TopicMinutesDto[];

  /** Of outside training, on acceptance: the course of the register that it is; null for none, left out: as the person told it. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose a course of the register, or none' })
  approvedCourseId?: string | null;
}
