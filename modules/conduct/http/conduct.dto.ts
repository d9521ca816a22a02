import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { COMPLAINT_OUTCOMES, type AppealOutcome, type ComplaintOutcome } from '../domain/words.js';

const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());
const orNothing = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);

class WordsDto {
  /** Goes into the sealed case file: it is in no log, letter or export. */
  @IsString({ message: 'Write what should be known, in your own words' })
  @Matches(/\S/, { message: 'Write what should be known, in your own words' })
  @MaxLength(20_000, { message: 'Write at most 20,000 characters' })
  sealedText: string;
}

export class ComplaintDto extends WordsDto {
  /** As on the certificate, for example GS-2345-6789-ABCD-E. */
  @IsString({ message: 'Enter the number of the certification' })
  @Matches(/\S/, { message: 'Enter the number of the certification' })
  @MaxLength(40, { message: 'Enter the number as it is on the certificate' })
  number: string;

  /** Codes of what it is about. */
  @Transform(list)
  @IsArray({ message: 'Choose what it is about' })
  @ArrayMaxSize(10, { message: 'Choose at most ten' })
  @IsString({ each: true, message: 'Choose what it is about' })
  allegations: string[];

  @IsPlainDate({ message: 'Enter the day it happened, such as 2026-11-21' })
  eventOn: string;

  /** Sealed with the words; the holder never sees it. */
  @IsOptional()
  @Transform(orNothing)
  @IsString({ message: 'Enter your name' })
  @MaxLength(200, { message: 'Enter at most 200 characters' })
  sealedName?: string;

  /** To be told that it arrived and that it was decided. */
  @IsOptional()
  @Transform(orNothing)
  @IsEmail({}, { message: 'Enter an e-mail address, such as name@example.org' })
  @MaxLength(320, { message: 'Enter at most 320 characters' })
  sealedEmail?: string;
}

export class AnswerDto extends WordsDto {}

export class AppealDto extends WordsDto {
  @IsUUID(undefined, { message: 'Choose the decision' })
  decisionId: string;

  /** Codes of why. */
  @Transform(list)
  @IsArray({ message: 'Choose at least one reason' })
  @ArrayMaxSize(10, { message: 'Choose at most ten' })
  @IsString({ each: true, message: 'Choose at least one reason' })
  grounds: string[];
}

export class AssignmentDto {
  @IsUUID(undefined, { message: 'Choose a colleague' })
  handlerId: string;
}

export class ReasonDto {
  @IsString({ message: 'Choose a reason' })
  @MaxLength(100, { message: 'Choose a reason' })
  reason: string;
}

export class FindingDto {
  /** Codes of what the file bears out; none is a finding, too. */
  @Transform(list)
  @IsArray({ message: 'Choose from the list' })
  @ArrayMaxSize(10, { message: 'Choose from the list' })
  @IsString({ each: true, message: 'Choose from the list' })
  borneOut: string[];
}

export class ProposalDto {
  @IsIn(COMPLAINT_OUTCOMES, { message: 'Choose the outcome' })
  outcome: ComplaintOutcome;

  @Transform(list)
  @IsArray({ message: 'Choose a reason' })
  @ArrayMaxSize(10, { message: 'Choose at most ten' })
  @IsString({ each: true, message: 'Choose a reason' })
  reasons: string[];
}

export class AppealProposalDto {
  @IsIn(['upheld', 'overturned', 'sent_back'], { message: 'Choose the outcome' })
  outcome: AppealOutcome;
}

/** The second person's word on a proposal. */
export class SecondDto {
  @IsIn(['agree', 'object'], { message: 'Choose whether you agree' })
  word: 'agree' | 'object';
}
