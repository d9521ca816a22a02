import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** A holder asks for more time in a stage. */
export class ExtensionRequestDto {
  @IsString({ message: 'Write why you ask for more time' })
  @MaxLength(2_000, { message: 'Write at most 2,000 characters' })
  note: string;
}

/** A registrar's answer. */
export class ExtensionDecisionDto {
  /** `granted` or `declined`. */
  @IsIn(['granted', 'declined'], { message: 'Choose whether it is extended' })
  outcome: 'granted' | 'declined';

  /** To the holder, in the body's own words; needed to decline, and for an extension at the body's discretion. */
  @IsOptional()
  @IsString({ message: 'Write to the holder in plain words' })
  @MaxLength(2_000, { message: 'Write at most 2,000 characters' })
  answer?: string;
}
