import { IsIn, IsString, Length, Matches } from 'class-validator';
import { PAUSE_REASONS, type PauseReason } from '../domain/application-clock.js';
import { WAIVER_REASONS, type WaiverReason } from '../domain/waiver-reasons.js';

export class PauseDto {
  @IsIn(PAUSE_REASONS, { message: 'Choose what is waited for' })
  reason: PauseReason;
}

export class WaiverEndingDto {
  /** To the applicant, who reads it on their page. */
  @IsString({ message: 'Write to the applicant why' })
  @Matches(/\S/, { message: 'Write to the applicant why' })
  @Length(1, 2000, { message: 'Write to the applicant why, in at most 2,000 characters' })
  reason: string;
}

export class WaiverDto {
  /** The requirement, by its id in the eligibility tree. */
  @IsString({ message: 'Choose the requirement' })
  @Length(1, 200, { message: 'Choose the requirement' })
  clauseId: string;

  @IsIn(WAIVER_REASONS, { message: 'Choose why' })
  reasonCode: WaiverReason;

  /** To the applicant, who reads it on their page. */
  @IsString({ message: 'Write to the applicant why' })
  @Matches(/\S/, { message: 'Write to the applicant why' })
  @Length(1, 2000, { message: 'Write to the applicant why, in at most 2,000 characters' })
  reason: string;
}
