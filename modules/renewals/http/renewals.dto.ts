import { IsOptional, IsString } from 'class-validator';

/** What a registrar asks for when giving a renewal back; at most 2,000 characters. */
export class ReturnDto {
  @IsString({ message: 'Write what is needed, so that the person knows what to do' })
  note: string;
}

export class AnswerDto {
  /** The holder's answer to the registrar's note; only for a renewal that was returned. At most 2,000 characters. */
  @IsOptional()
  @IsString({ message: 'Write your answer to the note' })
  answer?: string;
}
