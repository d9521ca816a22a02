import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

export class DraftDto {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the organization from the list' })
  organizationId?: string;

  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/, {
    message: 'Write the code in lower-case letters, digits and hyphens, such as peer-support-at-night',
  })
  code: string;

  /** Of a course that is new; left out for the next version of one that is there. */
  @IsOptional()
  @Length(1, 200, { message: 'Give the course a title of at most 200 characters' })
  title?: string;
}

export class NewFileDto {
  @IsIn(['lessons', 'sessions'], { message: 'Choose what you want to add' })
  folder: 'lessons' | 'sessions';

  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/, {
    message: 'Write a name in lower-case letters, digits and hyphens, such as 06-at-night',
  })
  name: string;
}

export class FileTextDto {
  /** The whole file. */
  @IsString({ message: 'Send the text of the whole file' })
  @Length(1, 400_000, { message: 'A file has at most 400,000 characters' })
  text: string;

  /** The one that the text was written from. */
  @IsInt({ message: 'Send the revision that the text was written from' })
  @Min(1, { message: 'Revisions begin with 1' })
  revision: number;
}

export class PictureDto {
  /** A file of a multipart form, or `{ contentBase64 }`: JPEG, PNG, WebP or SVG. */
  @IsOptional()
  picture?: unknown;

  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/, {
    message: 'Write a name in lower-case letters, digits and hyphens, such as circle-of-support',
  })
  name: string;

  @Matches(/\S/, { message: 'Say in a sentence what the picture shows' })
  @MaxLength(500, { message: 'Say in at most 500 characters what the picture shows' })
  alt: string;
}

export class PictureRemovalDto {
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}\.(svg|png|jpg)$/, { message: 'Open the page again: we do not know this picture' })
  name: string;
}

export class WithdrawalDto {
  @Matches(/^[0-9a-f]{64}$/, { message: 'Choose a version' })
  versionId: string;

  @Matches(/\S/, { message: 'Say why, in a sentence' })
  @MaxLength(1000, { message: 'Say why in at most 1,000 characters' })
  reason: string;
}

export class CommentDto {
  @Length(1, 5000, { message: 'Write a comment of at most 5,000 characters' })
  comment: string;

  /** Left out for a word on the whole draft. */
  @IsOptional()
  @IsString()
  @MaxLength(130)
  path?: string;
}

export class ReturnDto {
  @IsOptional()
  @MaxLength(5000, { message: 'Write a comment of at most 5,000 characters' })
  comment?: string;
}

export class ApprovalDto {
  @IsString({ message: 'Choose what was approved' })
  @MaxLength(60)
  categoryCode: string;

  @Length(1, 200, { message: 'Enter the name of the community reviewer' })
  reviewerName: string;

  @Length(1, 300, { message: 'Enter whom they speak for, in their own words' })
  speaksFor: string;

  @IsPlainDate({ message: 'Enter the day on which they agreed, such as 2026-11-20' })
  approvedOn: string;
}
