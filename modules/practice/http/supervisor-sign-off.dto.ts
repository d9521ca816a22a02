import { Equals, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

export class SignDto {
  @IsString({ message: 'Type your name.' })
  @Matches(/\S/, { message: 'Type your name, as you would sign it.' })
  @MaxLength(200, { message: 'Type a name of at most 200 letters.' })
  name: string;

  @Equals('yes', { message: 'Tick the statement if it is true.' })
  agreed: string;

  @IsString({ message: 'Enter the six-digit code from our letter.' })
  @Matches(/^(\s*-?\d){6}\s*$/, { message: 'Enter the six digits of the code from our letter.' })
  code: string;

  @IsString({ message: 'Open the page again from your letter.' })
  @Length(64, 64, { message: 'Open the page again from your letter.' })
  contentHash: string;

  @IsOptional()
  @IsString({ message: 'Enter your own credential number, or leave this empty.' })
  @MaxLength(100, { message: 'Enter at most 100 letters.' })
  credentialNumber?: string;
}

export class CodeDto {
  /** What was read, and is going to be signed; left out: what is asked now. */
  @IsOptional()
  @IsString({ message: 'Open the page again from your letter.' })
  @Length(64, 64, { message: 'Open the page again from your letter.' })
  contentHash?: string;
}

export class ReturnDto {
  @IsIn(['returned', 'declined'], { message: 'Choose one of the two buttons.' })
  answer: 'returned' | 'declined';

  @IsOptional()
  @IsString({ message: 'Write your note in words.' })
  @MaxLength(1000, { message: 'Write at most 1,000 letters.' })
  notes?: string;
}
