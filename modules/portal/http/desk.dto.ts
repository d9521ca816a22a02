import { IsIn, IsString, MaxLength } from 'class-validator';
import { identityCheckCodes, type IdentityCheck } from '../../people/account-desk.public.js';

const tooLong = { message: 'This is longer than we can take.' };

export class IdentityCheckDto {
  @IsIn(identityCheckCodes, { message: 'Choose how you made sure who this is.' })
  identityCheck: IdentityCheck;
}

export class MailboxRecoveryDto extends IdentityCheckDto {
  @IsString({ message: 'Enter the new e-mail address.' })
  @MaxLength(4000, tooLong)
  email: string;
}

export class MailboxRecoveryByNumberDto extends MailboxRecoveryDto {
  @IsString({ message: 'Enter the person’s number.' })
  @MaxLength(40, tooLong)
  number: string;
}

export class SecondFactorRemovalByNumberDto extends IdentityCheckDto {
  @IsString({ message: 'Enter the person’s number.' })
  @MaxLength(40, tooLong)
  number: string;
}
