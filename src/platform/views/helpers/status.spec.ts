import { progress } from './progress.js';
import { icon } from './icon.js';
import { requirementState, status, taskStatus } from './status.js';

describe('a state', () => {
  const credential =
    'active expired not_active suspended revoked surrendered inactive retired superseded unknown'.split(' ');

  it('differs in shape and word from every other of a credential, not by colour alone', () => {
    expect(new Set(credential.map((state) => status(state).label)).size).toBe(credential.length);
    expect(new Set(credential.map((state) => status(state).icon)).size).toBe(credential.length);
    for (const state of credential) expect(icon(status(state).icon)).toContain('<svg');
  });

  it('is said in words that do not shame', () => {
    expect(status('denied').label).toBe('Not granted');
    expect(status('returned').label).toBe('Returned for more information');
  });

  it('that nobody listed is shown with its own word, neutrally', () => {
    expect(status('on_hold')).toEqual({ label: 'On hold', icon: 'ring', tone: 'plain' });
  });

  it('of a task or requirement that is not known stops the page instead of looking done', () => {
    expect(() => taskStatus('done')).toThrow(/not-started, in-progress, completed, cannot-start, problem/);
    expect(() => requirementState('ok')).toThrow(/met, still_needed, waived/);
  });
});

describe('progress', () => {
  it('counts what is recorded, in hours, and never rounds up to complete', () => {
    expect(progress({ have: 2520, need: 3600, unit: 'minutes' })).toEqual({
      percent: 70,
      text: '42 of 60 hours recorded',
      complete: false,
    });
    expect(progress({ have: 3599, need: 3600, unit: 'minutes' })).toMatchObject({ percent: 99, complete: false });
  });

  it('shows more than needed as complete with the true number', () => {
    expect(progress({ have: 14, need: 12, noun: 'lessons' })).toEqual({
      percent: 100,
      text: '14 of 12 lessons done',
      complete: true,
    });
  });
});
