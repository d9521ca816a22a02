import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { IsPlainDate } from '../../../src/platform/http/validation.js';

/** In a multipart form a list comes as JSON text. */
const JsonText = () =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  });

export class TopicMinutesDto {
  @IsString({ message: 'Name the topic by its code' })
  topic: string;

  @IsInt({ message: 'Give whole minutes, at least one' })
  @Min(1, { message: 'Give whole minutes, at least one' })
  minutes: number;
}

export class TrainingDto {
  /** The certifying body it is for; may be left out where there is only one. */
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  @IsString({ message: 'Enter who gave the training' })
  provider: string;

  @IsString({ message: 'Enter the title of the training' })
  title: string;

  @IsPlainDate()
  startedOn: string;

  @IsPlainDate()
  finishedOn: string;

  @JsonText()
  @ValidateNested({ each: true, message: 'Give each topic with its minutes' })
  @Type(() => TopicMinutesDto)
  topics: TopicMinutesDto[];

  /** A file of a multipart form, or `{ fileName, contentBase64 }`. PDF, JPEG or PNG. */
  @IsOptional()
  proof?: unknown;
}

export class DocumentDto {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  @IsString({ message: 'Choose what kind of document this is' })
  documentType: string;

  /** A file of a multipart form, or `{ fileName, contentBase64 }`. PDF, JPEG or PNG. */
  @IsOptional()
  file?: unknown;
}

class MadeStatementDto {
  @IsOptional()
  @IsUUID(undefined, { message: 'Choose the certifying body this is for' })
  bodyId?: string;

  @IsString({ message: 'Name the text by its code' })
  code: string;

  /** `version` of the text as GET /api/v1/statements gave it. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'Give the version of the text that was read' })
  textVersion: string;
}

export class AttestationDto extends MadeStatementDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'Enter a whole number from 0 to 100' })
  @Min(0, { message: 'Enter a whole number from 0 to 100' })
  @Max(100, { message: 'Enter a whole number from 0 to 100' })
  percent?: number;

  /** When the declaration is asked. */
  @IsOptional()
  @IsIn(['application', 'exam'], { message: 'Choose when this is for' })
  checkedAt?: string;
}

export class SignatureDto extends MadeStatementDto {
  @IsString({ message: 'Type your name to sign' })
  signedName: string;
}

export class ReviewDto {
  /** The revision that was read. */
  @Type(() => Number)
  @IsInt({ message: 'Open the submission again, then answer' })
  revision: number;

  @IsIn(['accepted', 'returned'], { message: 'Choose whether to accept it or to return it' })
  outcome: 'accepted' | 'returned';

  @IsOptional()
  @IsString()
  note?: string;
}
