import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import type { Role } from '../../../src/kernel/actor.js';
import { ROLES } from '../domain/roles.js';

class AppointmentIn {
  @IsUUID(undefined, { message: 'Open the page again: we do not know which organization this is for.' })
  organizationId: string;

  @IsString({ message: 'Enter the person’s number.' })
  @MaxLength(40, { message: 'A person number is shorter. It begins with P.' })
  personNumber: string;
}

export class AppointmentDto extends AppointmentIn {
  @IsIn(ROLES['certifying-body'], { message: 'Choose a role.' })
  role: Role;
}

export class ProviderAppointmentDto extends AppointmentIn {
  @IsIn(ROLES['training-provider'], { message: 'Choose a role.' })
  role: Role;
}

export class EndingDto {
  @IsUUID(undefined, { message: 'Open the page again: we do not know which organization this is for.' })
  organizationId: string;

  @IsUUID(undefined, { message: 'Open the page again: we do not know which role this is.' })
  membershipId: string;
}
