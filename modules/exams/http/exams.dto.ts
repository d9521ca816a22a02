import { IsIn, IsObject, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { RETAKE_FORMS, type RetakeForm } from '../domain/retakes.js';
import { SEATINGS, type Seating } from '../domain/rooms.js';
import { outageReasons, voidReasons, type OutageReason, type VoidReason } from '../domain/sitting-state.js';
import { AnswerList, AnswerRevision } from '../../quizzes/answers.public.js';
import { MarkedAnswerDto } from './answers.dto.js';
import { MaybeWholeNumber, Trimmed, WholeNumber } from './dto-fields.js';

const TEXT_ID = /^[0-9a-f]{64}$/;

/** What the person confirmed, by the ids of the texts they read: the exam’s or, of a shipped text, the version in their language. */
export class StatementsDto {
  @IsOptional()
  @Matches(TEXT_ID, { message: 'Confirm this statement' })
  identityTextId?: string;

  @IsOptional()
  @Matches(TEXT_ID, { message: 'Confirm this statement' })
  nondisclosureTextId?: string;
}

/** Begins a sitting. */
export class StartSittingDto extends StatementsDto {
  @IsUUID(undefined, { message: 'Name the exam by its id' })
  examId: string;
}

/** One answer. */
export class SittingAnswerDto extends MarkedAnswerDto {
  @AnswerRevision()
  revision: number;
}

class NamedAnswerDto extends SittingAnswerDto {
  @IsUUID(undefined, { message: 'Name the question by the id of its version.' })
  versionId: string;
}

/** Several answers of one sitting, as after a time without a connection. */
export class SittingAnswersDto {
  @AnswerList(NamedAnswerDto)
  answers: NamedAnswerDto[];
}

/** What an exam is besides its blueprint, which a form sends field by field (`exam-form.ts`). */
export class ExamFormDto {
  @IsUUID(undefined, { message: 'Choose the certifying body' })
  bodyId: string;

  @IsString({ message: 'Choose the scheme' })
  @Length(1, 60, { message: 'Choose the scheme' })
  schemeCode: string;

  @Trimmed(200, 'Write a title', 'Write a title of at most 200 characters')
  title: string;

  @WholeNumber(1, 480, 'Enter whole minutes, from 1 to 480')
  minutesAllowed: number;

  /** A closed study that judged the items. */
  @IsUUID(undefined, { message: 'Choose a closed study' })
  studyId: string;

  @Trimmed(10_000, 'Write the statement of identity', 'Write the statement of identity, at most 10,000 characters')
  identityText: string;

  @Trimmed(
    10_000,
    'Write the agreement to keep questions secret',
    'Write the agreement to keep questions secret, at most 10,000 characters',
  )
  nondisclosureText: string;

  /** Days after a sitting in which its items can be challenged; 30 where left out. */
  @MaybeWholeNumber(1, 365, 'Enter whole days, from 1 to 365')
  challengeDays?: number;

  /** The most minutes that the rule gives back in one sitting; 15 where left out. */
  @MaybeWholeNumber(0, 120, 'Enter whole minutes, from 0 to 120')
  outageMinutes?: number;

  /** For whoever sits it again and has seen every form; they wait for another one where left out. */
  @IsOptional()
  @IsIn(Object.keys(RETAKE_FORMS), { message: 'Choose what holds when every form was seen' })
  retakeForm?: RetakeForm;

  /** Where it is sat; only in a room where left out. */
  @IsOptional()
  @IsIn(Object.keys(SEATINGS), { message: 'Choose where it is sat' })
  seating?: Seating;

  /** Why it differs from what the scheme says of items and minutes; asked for where it does. */
  @IsOptional()
  @IsString({ message: 'Write why it differs' })
  @Length(0, 1000, { message: 'Use at most 1,000 characters' })
  rulesNote?: string;
}

/** Sets up an exam. */
export class NewExamDto extends ExamFormDto {
  /** Scored items by exam domain, bands of difficulty, and how many items are tried out. */
  @IsObject({ message: 'The blueprint says how many items of each domain' })
  blueprint: object;
}

/** Time given back after an interruption. */
export class OutageDto {
  @WholeNumber(1, 240, 'Enter whole minutes, from 1 to 240')
  minutes: number;

  @IsIn(Object.keys(outageReasons), { message: 'Choose what interrupted' })
  reason: OutageReason;
}

/** Why a sitting does not count. */
export class VoidDto {
  @IsIn(Object.keys(voidReasons), { message: 'Choose why it does not count' })
  reason: VoidReason;
}

/** The same of the form, which has another reason beside it. */
export class VoidFormDto {
  @IsIn(Object.keys(voidReasons), { message: 'Choose why it does not count' })
  voidReason: VoidReason;
}
