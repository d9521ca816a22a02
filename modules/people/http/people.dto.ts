import { IsOptional, IsString, MaxLength } from 'class-validator';

// Lengths here only keep absurd input away; what a name, an address or a password may be is decided in domain/.
const ABSURD = 4000;
const text = { message: 'Enter this as text.' };
const tooLong = { message: 'This is longer than we can take.' };

export class NamesDto {
  @IsString({ message: 'Enter your legal name, in any script.' })
  @MaxLength(ABSURD, tooLong)
  legalName: string;

  @IsOptional()
  @IsString(text)
  @MaxLength(ABSURD, tooLong)
  chosenName?: string;

  @IsOptional()
  @IsString(text)
  @MaxLength(100, tooLong)
  nameLanguage?: string;
}

export class RegistrationDto extends NamesDto {
  @IsString({ message: 'Enter your e-mail address.' })
  @MaxLength(ABSURD, tooLong)
  email: string;

  @IsString({ message: 'Enter a password.' })
  @MaxLength(ABSURD, tooLong)
  password: string;
}

export class SignInDto {
  @IsString({ message: 'Enter your e-mail address.' })
  @MaxLength(ABSURD, tooLong)
  email: string;

  @IsString({ message: 'Enter your password.' })
  @MaxLength(ABSURD, tooLong)
  password: string;

  @IsOptional()
  @IsString(text)
  returnTo?: string;

  /** Key of a form that was kept while the session had ended. */
  @IsOptional()
  @IsString(text)
  kept?: string;
}

export class CodeDto {
  @IsString({ message: 'Enter the code.' })
  @MaxLength(100, tooLong)
  code: string;

  @IsOptional()
  @IsString(text)
  returnTo?: string;

  @IsOptional()
  @IsString(text)
  kept?: string;
}

export class TokenRequestDto {
  @IsString({ message: 'Send the e-mail address as "email".' })
  @MaxLength(ABSURD, tooLong)
  email: string;

  @IsString({ message: 'Send the password as "password".' })
  @MaxLength(ABSURD, tooLong)
  password: string;

  /** Six digits, or a recovery code; for accounts with a second factor. */
  @IsOptional()
  @IsString({ message: 'Send the six-digit code as text in "totp".' })
  @MaxLength(100, tooLong)
  totp?: string;
}

export class ConfirmationDto {
  @IsString({ message: 'Enter your password.' })
  @MaxLength(ABSURD, tooLong)
  password: string;

  @IsOptional()
  @IsString(text)
  @MaxLength(100, tooLong)
  code?: string;

  @IsOptional()
  @IsString(text)
  returnTo?: string;
}

export class LetterLanguageDto {
  @IsString({ message: 'Choose a language.' })
  @MaxLength(100, tooLong)
  language: string;
}

export class EmailDto {
  @IsString({ message: 'Enter an e-mail address.' })
  @MaxLength(ABSURD, tooLong)
  email: string;
}

export class PasswordDto {
  @IsString({ message: 'Enter a password.' })
  @MaxLength(ABSURD, tooLong)
  password: string;
}

export class LinkDto {
  @IsString({ message: 'Send the token of the link.' })
  @MaxLength(200, tooLong)
  token: string;
}

export class PasswordByLinkDto extends LinkDto {
  @IsString({ message: 'Enter a password.' })
  @MaxLength(ABSURD, tooLong)
  password: string;
}
