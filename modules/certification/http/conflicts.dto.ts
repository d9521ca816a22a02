import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { CONFLICT_KINDS, type ConflictKind } from '../domain/conflict-kinds.js';

export class ConflictDto {
  /** The person's number, `P-7K3M9-QWXT4`. */
  @IsString({ message: 'Enter the person’s number' })
  @Matches(/\S/, { message: 'Enter the person’s number' })
  @MaxLength(40, { message: 'A person number is shorter. It begins with P' })
  personNumber: string;

  @IsIn(CONFLICT_KINDS, { message: 'Choose how you stand to the person' })
  kind: ConflictKind;
}
