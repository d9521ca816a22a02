import { Transform } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

/** A question to the register. */
export class VerificationInput {
  @IsString({ message: 'Enter the number on the certificate.' })
  @IsNotEmpty({ message: 'Enter the number on the certificate.' })
  @MaxLength(60, { message: 'A number has 13 letters and digits, such as GS-7K3M-9QWX-T4PN-2.' })
  number: string;

  /** Shows the name when it is the surname on the certificate. */
  @IsOptional()
  @IsString({ message: 'Enter the surname as it stands on the certificate.' })
  @MaxLength(200, { message: 'Enter the surname as it stands on the certificate.' })
  surname?: string;

  /** The date asked about, `YYYY-MM-DD`; today when absent. */
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value)) // a form's empty field
  @IsOptional()
  @IsPlainDate({ message: 'Enter a date that exists, or leave it empty for today.' })
  onDate?: string;
}
