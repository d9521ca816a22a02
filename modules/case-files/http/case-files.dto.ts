import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import {
  CASE_FILE_KINDS,
  LONGEST_KEEP_MONTHS,
  READER_REASONS,
  type CaseFileKind,
  type ReaderReason,
} from '../domain/case-file-kinds.js';

export class ReaderDto {
  /** The person's id. */
  @IsUUID(undefined, { message: 'Choose a colleague' })
  readerId: string;

  /** A code of the list: the reason is chosen, never typed. */
  @IsIn(READER_REASONS, { message: 'Choose why this colleague may read the file' })
  reason: ReaderReason;
}

export class RetentionDto {
  @IsUUID(undefined, { message: 'Choose the certifying body' })
  bodyId: string;

  @IsIn(CASE_FILE_KINDS, { message: 'Choose a kind of file' })
  kind: CaseFileKind;

  /** Whole months from the last document. */
  @Type(() => Number)
  @IsInt({ message: 'Enter whole months' })
  @Min(1, { message: 'Enter at least one month' })
  @Max(LONGEST_KEEP_MONTHS, { message: `Enter at most ${LONGEST_KEEP_MONTHS} months` })
  months: number;
}
