import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';
import { SCOPES, type Scope } from '../domain/consent.js';

const emptyIsAbsent = ({ value }: { value: unknown }): unknown => (value === '' ? undefined : value);
const list = ({ value }: { value: unknown }): unknown => (value === undefined || value === '' ? [] : [value].flat());

export class RosterEntryDto {
  /** As the employer knows the person. */
  @IsString({ message: 'Enter the name of the person.' })
  @Matches(/[^\p{C}\p{Z}]/u, { message: 'Enter the name of the person.' })
  @MaxLength(200, { message: 'Enter at most 200 characters.' })
  name: string;

  /** As on the certificate; absent where there is none yet. */
  @IsOptional()
  @Transform(emptyIsAbsent)
  @IsString({ message: 'Enter the number as on the certificate, or leave it empty.' })
  @MaxLength(60, { message: 'A number has 13 letters and digits, such as GS-7K3M-9QWX-T4PN-2.' })
  credentialNumber?: string;

  /** First day of the employment, `YYYY-MM-DD`. */
  @IsPlainDate({ message: 'Enter the first day, such as 2026-11-21.' })
  from: string;

  /** Last day, `YYYY-MM-DD`; open when absent. */
  @IsOptional()
  @Transform(emptyIsAbsent)
  @IsPlainDate({ message: 'Enter the last day, such as 2027-11-21, or leave it empty.' })
  until?: string;
}

export class RosterListDto {
  /** A file of a multipart form, or `{ fileName, contentBase64 }`: CSV. */
  @IsOptional()
  list?: unknown;
}

export class ConsentDto {
  @IsUUID(undefined, { message: 'Choose an employer from the list.' })
  organizationId: string;

  @Transform(list)
  @ArrayNotEmpty({ message: 'Choose at least one thing to share.' })
  @IsIn(SCOPES, { each: true, message: 'Choose from the list what to share.' })
  scopes: Scope[];

  /** Last day, `YYYY-MM-DD`; open when absent. */
  @IsOptional()
  @Transform(emptyIsAbsent)
  @IsPlainDate({ message: 'Enter the last day, such as 2027-11-21, or leave it empty.' })
  until?: string;

  /** The version of the text of the permission that was read (`sharing_consent`); left out: the English one in force. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the version of the text that was read' })
  textVersion?: string;
}
