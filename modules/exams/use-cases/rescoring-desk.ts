import { Injectable } from '@nestjs/common';
import { DecidePass } from './decide-pass.js';
import { ProposeRescore } from './propose-rescore.js';
import { OpenRescoreReasons, ReadRescores } from './read-rescores.js';
import { SettleRescore } from './settle-rescore.js';

/** What is read of rescores: by number, and opened. */
@Injectable()
export class RescoreReadings {
  constructor(
    readonly read: ReadRescores,
    readonly reasons: OpenRescoreReasons,
  ) {}
}

/** Everything that is done with a rescore at a desk, for its pages and its programs. */
@Injectable()
export class RescoringDesk {
  constructor(
    readonly propose: ProposeRescore,
    readonly settle: SettleRescore,
    readonly passes: DecidePass,
    readonly reading: RescoreReadings,
  ) {}
}
