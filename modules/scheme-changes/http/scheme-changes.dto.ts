import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

/** The longest text of a scheme, in characters: the longest we know has a tenth of it. */
const LONGEST = 200_000;

export class DraftDto {
  @IsUUID(undefined, { message: 'Choose the certifying body from the list' })
  bodyId: string;

  /** A scheme file with one scheme, as YAML. A file, where one is sent, takes its place. */
  @IsOptional()
  @IsString({ message: 'Paste the text of the scheme file' })
  @MaxLength(LONGEST, { message: 'Paste at most 200,000 characters' })
  text?: string;

  /** A file of a multipart form, or `{ fileName, contentBase64 }`. */
  @IsOptional()
  file?: unknown;

  /** The first day on which the new rules hold. */
  @IsPlainDate({ message: 'Enter the day from which the new rules hold, such as 2027-01-01' })
  effectiveFrom: string;

  /** The draft that this one takes the place of. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Open the draft again: we do not know which one this replaces' })
  replaces?: string;
}

export class PublicationDto {
  /** The body's own word that the values are its own: an unconfirmed version grants nothing. */
  @IsIn(['yes', true], { message: 'Confirm that you read the differences and that these are your body’s own values' })
  confirmed: 'yes' | true;
}
