import { Injectable } from '@nestjs/common';
import { HelpInRoom } from './help-in-room.js';
import { TurnRoom } from './turn-room.js';
import { VoidAfterEnd } from './void-after-end.js';

/** What whoever watches over a room does: for the room, for sittings under way, and for those that are over. */
@Injectable()
export class RoomActs {
  constructor(
    readonly rooms: TurnRoom,
    readonly help: HelpInRoom,
    readonly voids: VoidAfterEnd,
  ) {}
}
