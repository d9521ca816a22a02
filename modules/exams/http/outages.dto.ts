import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const A_WEEK_SECONDS = 7 * 24 * 3600;
const SECONDS = 'Whole seconds without a connection, from 0 on.';

/** The page of an open sitting is there. */
export class ContactDto {
  /** For how long it reached nobody, until now; 0 where it did. */
  @Type(() => Number)
  @IsInt({ message: SECONDS })
  @Min(0, { message: SECONDS })
  @Max(A_WEEK_SECONDS, { message: SECONDS })
  unreachableSeconds: number;
}

/** One answer that could not be delivered before the end. */
class LateAnswerDto {
  @IsUUID(undefined, { message: 'Name the question by the id of its version.' })
  versionId: string;

  @IsOptional()
  @IsArray({ message: 'The chosen options are a list of their keys.' })
  @IsString({ each: true, message: 'The chosen options are a list of their keys.' })
  chosen?: string[];

  @IsOptional()
  @IsObject({ message: 'Places are given by the key of each option.' })
  places?: Record<string, number>;

  @IsOptional()
  @IsBoolean({ message: 'Whether to look at it again is true or false.' })
  flagged?: boolean;

  /** Since it was given, by the clock of the device. */
  @IsNumber({}, { message: 'Say how many seconds ago it was given.' })
  @Min(0, { message: 'Say how many seconds ago it was given.' })
  @Max(A_WEEK_SECONDS, { message: 'Say how many seconds ago it was given.' })
  secondsAgo: number;
}

/** A page's script sends the list as one field of its form. */
function listIn({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  try {
    return plainToInstance(LateAnswerDto, JSON.parse(value) as unknown[]);
  } catch {
    return value;
  }
}

/** What a device kept after the end. */
export class LateAnswersDto {
  @IsArray({ message: 'Answers are a list.' })
  @ArrayMinSize(1, { message: 'Send at least one answer.' })
  @ArrayMaxSize(500, { message: 'Send at most 500 answers at once.' })
  @ValidateNested({ each: true })
  @Type(() => LateAnswerDto)
  @Transform(listIn)
  answers: LateAnswerDto[];
}

/** Whether a sitting that is over is let not count. */
export class VoidDecisionDto {
  @IsIn(['agreed', 'declined'], { message: 'Choose whether you agree' })
  outcome: 'agreed' | 'declined';
}
