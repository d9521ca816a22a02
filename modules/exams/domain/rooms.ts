import { Temporal } from 'temporal-polyfill';
import type { Role } from '../../../src/kernel/actor.js';

/** Who watches over a room. */
export const PROCTORS: readonly Role[] = ['proctor', 'registrar', 'administrator'];

/** Where an exam is sat. Data of the exam. */
export const SEATINGS = {
  room: 'Only in a room, by people whom a proctor checked in',
  anywhere: 'Also alone, wherever the person is',
} as const;
export type Seating = keyof typeof SEATINGS;

/** What was looked at when somebody was checked in: the kind of thing, never a number of it. */
export const IDENTITY_SEEN = {
  photo_identification: 'Photo identification',
  documents: 'Two other documents with the name on them',
  vouched_for: 'Somebody on the staff who knows the person vouched for them',
} as const;
export type IdentitySeen = keyof typeof IDENTITY_SEEN;

/** Hours for which a check-in holds, and after its opening in which people begin in a room that nobody closed; the same in the database (`exam_room_stays_open`). */
const OPEN_HOURS = 12;

/** `prepared`: people are checked in; `open`: who was checked in can begin; `closed`: nobody begins any more, who began goes on. */
export type RoomState = 'prepared' | 'open' | 'closed';

export interface RoomTimes {
  openedAt: Temporal.Instant | null;
  closedAt: Temporal.Instant | null;
}

/** A room that nobody closed counts as closed for beginners twelve hours after its opening. */
export function roomState({ openedAt, closedAt }: RoomTimes, now: Temporal.Instant): RoomState {
  if (closedAt) return 'closed';
  if (!openedAt) return 'prepared';
  return Temporal.Instant.compare(now, openedAt.add({ hours: OPEN_HOURS })) < 0 ? 'open' : 'closed';
}

/**
 * What of rooms keeps somebody from beginning an exam.
 * @param room the one where they were checked in last, for a sitting that they have not begun; null without one
 * @returns null where nothing does
 */
export function waitsFor(
  seating: Seating,
  room: RoomTimes | null,
  now: Temporal.Instant,
): 'check-in' | 'opening' | 'another-room' | null {
  if (seating === 'anywhere') return null;
  if (!room) return 'check-in';
  const state = roomState(room, now);
  if (state === 'open') return null;
  return state === 'prepared' ? 'opening' : 'another-room';
}
