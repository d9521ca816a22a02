import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches } from 'class-validator';

const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());

/** What a registrar asks for when giving a renewal back; at most 2,000 characters. */
export class ReturnDto {
  @IsString({ message: 'Write what is needed, so that the person knows what to do' })
  @Matches(/\S/, { message: 'Write what is needed, so that the person knows what to do' })
  note: string;
}

export class AnswerDto {
  /** The holder's answer to the registrar's note; only for a renewal that was returned. At most 2,000 characters. */
  @IsOptional()
  @IsString({ message: 'Write your answer to the note' })
  answer?: string;
}

/** Why a renewal is denied, and what the person should know; at most 2,000 characters. */
export class DenialDto {
  @Transform(list)
  @IsArray({ message: 'Choose a reason' })
  @ArrayMaxSize(10, { message: 'Choose at most ten' })
  @IsString({ each: true, message: 'Choose a reason' })
  reasons: string[];

  @IsString({ message: 'Write to the person why, and what they can do' })
  @Matches(/\S/, { message: 'Write to the person why, and what they can do' })
  note: string;
}

/** The second person's word on a denial that was proposed. */
export class SecondWordDto {
  @IsIn(['agree', 'object'], { message: 'Choose whether you agree' })
  word: 'agree' | 'object';
}
