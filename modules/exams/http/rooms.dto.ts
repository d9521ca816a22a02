import { IsIn, IsUUID } from 'class-validator';
import { IDENTITY_SEEN, type IdentitySeen } from '../domain/rooms.js';
import { Trimmed } from './dto-fields.js';

/** Prepares a room. */
export class RoomDto {
  @Trimmed(120, 'Write where the room is', 'Write where the room is, at most 120 characters')
  place: string;
}

/** How somebody showed who they are: a code, never a number of a document. */
export class CheckInFormDto {
  @IsIn(Object.keys(IDENTITY_SEEN), { message: 'Choose what you looked at' })
  identitySeen: IdentitySeen;
}

/** Names who is checked in. */
export class CheckInEndingDto {
  @IsUUID(undefined, { message: 'Name the person by the id of their authorization' })
  authorisationId: string;
}

/** Checks somebody in. */
export class CheckInDto extends CheckInFormDto {
  @IsUUID(undefined, { message: 'Name the person by the id of their authorization' })
  authorisationId: string;
}
