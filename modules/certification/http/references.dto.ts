import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class NewReferenceDto {
  /** Which letter, by its type of document. */
  @IsString({ message: 'Choose a letter from the list' })
  @MaxLength(100, { message: 'Choose a letter from the list' })
  code: string;

  @IsString({ message: 'Enter the name of the person who writes it' })
  @Matches(/\S/, { message: 'Enter the name of the person who writes it' })
  @MaxLength(200, { message: 'Enter at most 200 letters' })
  name: string;

  @IsEmail({}, { message: 'Enter an e-mail address, such as name@example.org' })
  @MaxLength(320, { message: 'Enter at most 320 letters' })
  email: string;
}

export class ReferenceOutcomeDto {
  @IsIn(['accepted', 'set_aside'], { message: 'Choose one of the two buttons' })
  outcome: 'accepted' | 'set_aside';
}

/** Words for a sealed file. The field is called `sealed…`, so that it is never kept for a repeat or after a sign-in. */
export class SealedWordsDto {
  @IsOptional()
  @IsString({ message: 'Write in words' })
  @MaxLength(20_000, { message: 'Write at most 20,000 characters' })
  sealedText?: string;

  /** A file of a multipart form. PDF, JPEG or PNG. */
  @IsOptional()
  attachment?: unknown;
}
