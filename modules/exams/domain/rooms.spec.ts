import { Temporal } from 'temporal-polyfill';
import { roomState, waitsFor } from './rooms.js';

const at = (time: string) => Temporal.Instant.from(`2026-11-22T${time}Z`);
const room = (openedAt: string | null, closedAt: string | null = null) => ({
  openedAt: openedAt ? at(openedAt) : null,
  closedAt: closedAt ? at(closedAt) : null,
});

describe('a room where an exam is sat', () => {
  it('is prepared, open, and closed by a person or twelve hours after it was opened', () => {
    expect(roomState(room(null), at('09:00'))).toBe('prepared');
    expect(roomState(room('09:00'), at('09:00'))).toBe('open');
    expect(roomState(room('09:00'), at('20:59'))).toBe('open');
    expect(roomState(room('09:00'), at('21:00'))).toBe('closed');
    expect(roomState(room('09:00', '09:20'), at('09:20'))).toBe('closed');
    expect(roomState(room(null, '09:20'), at('09:20'))).toBe('closed');
  });

  it('says what somebody waits for, and nothing where the exam is sat anywhere', () => {
    expect(waitsFor('room', null, at('09:00'))).toBe('check-in');
    expect(waitsFor('room', room(null), at('09:00'))).toBe('opening');
    expect(waitsFor('room', room('08:50'), at('09:00'))).toBeNull();
    expect(waitsFor('room', room('08:50', '08:55'), at('09:00'))).toBe('another-room');
    expect(waitsFor('anywhere', null, at('09:00'))).toBeNull();
  });
});
