import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type CredentialEvent, moveTo } from './credential-event.js';
import { registerState } from './register-state.js';
import { standing } from './standing.js';
import type { Status } from './status.js';
import { nextTerm, termFrom, type CountedTerm } from './term.js';

/**
 * The register beside a model that is deliberately simple-minded: a calendar with one word per day, painted over by each
 * change. After every step both must say the same of every day, and what was once answered must be answered again.
 */
const START = Temporal.PlainDate.from('2024-02-29');
const DAYS = 900;
const TERM_DAYS = 120;
const ends = (n: number): Temporal.PlainDate => START.add({ days: TERM_DAYS * n - 1 });
const dayOf = (date: Temporal.PlainDate): number => START.until(date).days;

type Kind = 'issued' | 'renewed' | 'suspended' | 'reinstated' | 'revoked' | 'surrendered';

interface Calendar {
  today: number;
  decided: 'active' | 'suspended' | 'revoked' | 'surrendered';
  covered: boolean[];
  suspended: boolean[];
  endedFrom: Map<'revoked' | 'surrendered', number>;
  suspendedFrom: number;
  reinstatedFrom: number;
}

class Register {
  readonly events: CredentialEvent[] = [];
  readonly answers: { day: number; knownAt: Temporal.Instant; status: Status | null }[] = [];

  write(kind: Kind, effective: number, today: number, counted: CountedTerm | null): void {
    const effectiveOn = START.add({ days: effective });
    const recordedAt = START.add({ days: today })
      .toZonedDateTime('UTC')
      .toInstant()
      .add({ milliseconds: this.events.length });
    const id = `event-${this.events.length}`;
    const days = { effectiveOn, publicFrom: effectiveOn, recordedAt, noteUntil: null };
    const { term = null, anchor = null } = counted ?? {};
    const nothing = { stage: null, endorsements: null, schemeVersionId: null, amends: null };
    this.events.push({ id, kind, ...days, term, anchor, ...nothing });
  }

  get knownAt(): Temporal.Instant {
    const last = this.events.at(-1);
    if (!last) throw new Error('not issued');
    return last.recordedAt;
  }

  statusOn(day: number, knownAt: Temporal.Instant): Status | null {
    return standing(this.events, START.add({ days: day }), knownAt)?.status ?? null;
  }
}

function expected(model: Calendar, day: number): Status {
  const ended = (status: 'revoked' | 'surrendered') => day >= (model.endedFrom.get(status) ?? Infinity);
  if (ended('revoked')) return 'revoked';
  if (ended('surrendered')) return 'surrendered';
  if (model.suspended[day]) return 'suspended';
  return model.covered[day] ? 'active' : 'expired';
}

function agree(model: Calendar, register: Register): void {
  const knownAt = register.knownAt;
  for (let day = 0; day < DAYS; day += 11) {
    const status = register.statusOn(day, knownAt);
    expect(status).toBe(expected(model, day));
    register.answers.push({ day, knownAt, status });
  }
  expect(registerState(register.events).status).toBe(model.decided);
}

abstract class Change implements fc.Command<Calendar, Register> {
  constructor(
    readonly kind: Kind,
    readonly shift: number,
  ) {}
  check(): boolean {
    return true;
  }
  run(model: Calendar, register: Register): void {
    if (!moveTo(model.decided, this.kind)) {
      // A move that the model forbids must be refused by the register too.
      const attempt = new Register();
      attempt.events.push(...register.events);
      attempt.write(this.kind, model.today, model.today, null);
      expect(() => registerState(attempt.events)).toThrow();
      return;
    }
    this.apply(model, register);
    agree(model, register);
  }
  protected abstract apply(model: Calendar, register: Register): void;
  toString(): string {
    return `${this.kind}(${this.shift})`;
  }
}

class Renew extends Change {
  constructor() {
    super('renewed', 0);
  }
  protected apply(model: Calendar, register: Register): void {
    const { term: last, anchor } = register.events.findLast((event) => event.term) ?? {};
    if (!last || !anchor || dayOf(last.expiresOn) + TERM_DAYS >= DAYS) return;
    const counted = nextTerm({ term: last, anchor }, START.add({ days: model.today }), ends);
    const { term } = counted;
    register.write('renewed', model.today, model.today, counted);
    model.covered.fill(true, dayOf(term.startsOn), dayOf(term.expiresOn) + 1);
  }
}

class Suspend extends Change {
  constructor(shift: number) {
    super('suspended', shift);
  }
  protected apply(model: Calendar, register: Register): void {
    const from = Math.max(0, model.today + this.shift, model.reinstatedFrom);
    register.write('suspended', from, model.today, null);
    model.suspended.fill(true, from);
    Object.assign(model, { decided: 'suspended', suspendedFrom: from });
  }
}

class Reinstate extends Change {
  constructor(shift: number) {
    super('reinstated', shift);
  }
  protected apply(model: Calendar, register: Register): void {
    const from = Math.max(model.today + this.shift, model.suspendedFrom);
    register.write('reinstated', from, model.today, null);
    model.suspended.fill(false, from);
    Object.assign(model, { decided: 'active', reinstatedFrom: from });
  }
}

class End extends Change {
  constructor(
    readonly ending: 'revoked' | 'surrendered',
    shift: number,
  ) {
    super(ending, shift);
  }
  protected apply(model: Calendar, register: Register): void {
    const from = Math.max(0, model.today + this.shift);
    register.write(this.ending, from, model.today, null);
    model.endedFrom.set(this.ending, from);
    model.decided = this.ending;
  }
}

class Wait implements fc.Command<Calendar, Register> {
  constructor(readonly days: number) {}
  check(): boolean {
    return true;
  }
  run(model: Calendar): void {
    model.today = Math.min(model.today + this.days, DAYS - 1);
  }
  toString(): string {
    return `wait(${this.days})`;
  }
}

it('agrees with a painted calendar on every day, after every change, and never takes an answer back', () => {
  const shift = fc.integer({ min: -60, max: 60 });
  const commands = [
    fc.constant(new Renew()),
    shift.map((days) => new Suspend(days)),
    shift.map((days) => new Reinstate(days)),
    shift.map((days) => new End('revoked', days)),
    shift.map((days) => new End('surrendered', days)),
    fc.integer({ min: 1, max: 90 }).map((days) => new Wait(days)),
  ];
  fc.assert(
    fc.property(fc.commands(commands, { size: '+1' }), (run) => {
      const register = new Register();
      register.write('issued', 0, 0, termFrom(START, START, { ends }));
      const model: Calendar = {
        today: 0,
        decided: 'active',
        covered: Array.from({ length: DAYS }, (_, day) => day < TERM_DAYS),
        suspended: Array.from({ length: DAYS }, () => false),
        endedFrom: new Map(),
        suspendedFrom: 0,
        reinstatedFrom: 0,
      };
      fc.modelRun(() => ({ model, real: register }), run);
      for (const { day, knownAt, status } of register.answers) expect(register.statusOn(day, knownAt)).toBe(status);
    }),
    { numRuns: 120 },
  );
}, 60_000);
