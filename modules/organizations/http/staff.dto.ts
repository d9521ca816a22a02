import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { Role } from '../../../src/kernel/actor.js';
import { ROLE_WORDS } from '../domain/roles.js';

export class AppointmentDto {
  @IsUUID(undefined, { message: 'Open the page again: we do not know which organization this is for.' })
  organizationId: string;

  /** As it stands on the person's profile; they give it to whoever gives the role. */
  @IsString({ message: 'Enter the person’s number.' })
  @Matches(/\S/, { message: 'Enter the person’s number.' })
  @MaxLength(40, { message: 'A person number is shorter. It begins with P.' })
  personNumber: string;

  /** One that organizations of this kind have. */
  @IsIn(Object.keys(ROLE_WORDS), { message: 'Choose a role.' })
  role: Role;
}

export class EndingDto {
  @IsUUID(undefined, { message: 'Open the page again: we do not know which organization this is for.' })
  organizationId: string;

  @IsUUID(undefined, { message: 'Open the page again: we do not know which role this is.' })
  membershipId: string;
}
