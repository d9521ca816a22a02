import { Temporal } from 'temporal-polyfill';
import { exampleEntry } from '../testing/example-entry.js';
import { entryProblems, type EntryContent } from './entry.js';

const today = Temporal.PlainDate.from('2026-11-21');
const now = today.toPlainDateTime('14:05');
const problems = (changes: Partial<EntryContent>) => entryProblems(exampleEntry(changes), now);
const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const minutes = (many: number) => [{ domain: 'advocacy', minutes: many }];

describe('an entry', () => {
  it('is fine on any day up to today, in whole minutes up to a whole day', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ workedOn: today })).toEqual([]);
    expect(problems({ domains: [{ domain: 'advocacy', minutes: 1440 }] })).toEqual([]);
    expect(problems({ workedOn: today, startsAt: time('12:05') })).toEqual([]);
    expect(problems({ startsAt: time('20:05'), domains: minutes(18 * 60) })).toEqual([]);
    expect(problems({ kind: 'supervision', method: 'group_supervision' })).toEqual([]);
  });

  it.each<[string, Partial<EntryContent>, string, string]>([
    ['on a day to come', { workedOn: date('2026-11-22') }, 'workedOn', 'in the future'],
    ['today that is still to begin', { workedOn: today, startsAt: time('20:00') }, 'startsAt', 'not over yet'],
    ['today that is not over', { workedOn: today, startsAt: time('12:06') }, 'startsAt', 'not over yet'],
    [
      'of a night into today that is not over',
      { startsAt: time('20:05'), domains: minutes(1081) },
      'startsAt',
      'not over',
    ],
    ['with a year typed short', { workedOn: date('0206-11-20') }, 'workedOn', 'Check the year'],
    ['over 24 hours', { domains: [{ domain: 'advocacy', minutes: 1441 }] }, 'domains', '24 h 1 min'],
    [
      'over 24 hours in sum',
      {
        domains: [
          { domain: 'advocacy', minutes: 800 },
          { domain: 'ethical_responsibility', minutes: 700 },
        ],
      },
      'domains',
      'a day has 24 hours',
    ],
    ['without time', { domains: [] }, 'domains', 'at least one domain'],
    ['in fractions of a minute', { domains: [{ domain: 'advocacy', minutes: 19.5 }] }, 'domains', 'whole minutes'],
    ['of less than nothing', { domains: [{ domain: 'advocacy', minutes: -60 }] }, 'domains', 'whole minutes'],
    [
      'with one domain twice',
      {
        domains: [
          { domain: 'advocacy', minutes: 10 },
          { domain: 'advocacy', minutes: 10 },
        ],
      },
      'domains',
      'each domain once',
    ],
    ['in a domain nobody knows', { domains: [{ domain: 'paperwork', minutes: 10 }] }, 'domains', 'from the list'],
    ['of practice by a method of supervision', { method: 'group_supervision' }, 'method', 'Supervision received'],
    ['of supervision by a method of practice', { kind: 'supervision' }, 'method', 'one of the supervision methods'],
    ['with a story instead of an activity', { activity: 'I met somebody who' }, 'activity', 'from the list'],
    [
      'of a name too long',
      { supervisor: { name: 'ü'.repeat(201), email: 'a@b.example' } },
      'supervisorName',
      'at most 200',
    ],
    ['without a supervisor', { supervisor: { name: '', email: 'a@b.example' } }, 'supervisorName', 'name'],
    ['with half an address', { supervisor: { name: 'A', email: 'a@b' } }, 'supervisorEmail', 'e-mail address'],
  ])('%s gets a note beside its field', (_situation, changes, field, words) => {
    const found = problems(changes);
    expect(found.map((problem) => problem.field)).toEqual([field]);
    expect(found[0]?.message).toContain(words);
  });
});
