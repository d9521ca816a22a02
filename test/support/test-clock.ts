import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../src/platform/clock/clock.js';

/** A clock that stands still until the test moves it. */
export class TestClock extends Clock {
  private at = Temporal.Instant.from('2026-11-21T15:00:00Z');

  async now(): Promise<Temporal.Instant> {
    return this.at;
  }

  set(at: string): void {
    this.at = Temporal.Instant.from(at);
  }

  forward(duration: Temporal.DurationLike): void {
    this.at = this.at.toZonedDateTimeISO('UTC').add(duration).toInstant();
  }
}
