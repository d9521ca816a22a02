import { Events } from '../../src/platform/events/events.js';
import { Effects } from '../../src/platform/jobs/effects.js';
import { useApp } from '../support/app.js';
import { readSources } from '../support/sources.js';

/** Who hears what, and when. A subscription that is not here is not wanted; one that is missing has got lost. */
const SUBSCRIPTIONS = [
  'AccountLetterDue → AccountLetterListener.write, in-transaction',
  'ApplicationDenied → DecisionsListener.denied, in-transaction',
  'ApplicationGranted → ApplicationGrantedListener.issue, in-transaction',
  'CredentialStatusChanged → DecisionsListener.changed, in-transaction',
  'CredentialStatusChanged → CredentialStatusListener.excuse, in-transaction',
  'HolidaysChanged → HolidaysChangedListener.reset, after',
  'RenewalDenialTakenBack → AppealOutcomeListener.takenBack, in-transaction',
  'QuizPassed → QuizPassedListener.finish, in-transaction',
];

/** An outbox row's kind where the code adds it or processes it: a text, or the constant that holds it. */
const ADDED = /outbox\.add\(\s*[\w.]+,\s*\{[^}]*?\bkind(?::\s*([\w.]+|'[^']+'))?[,\s}]/g;
const PROCESSED = /@Processes\(\s*([\w.]+|'[^']+')\s*\)/g;

describe('what happens after something happened', () => {
  const test = useApp();

  it('is heard by these subscribers and by no others', () => {
    const heard = test
      .get(Events)
      .list()
      .map(({ name, event, delivery }) => `${event} → ${name}, ${delivery}`);
    expect(heard.toSorted()).toEqual(SUBSCRIPTIONS.toSorted());
  });

  it('has one processor for each kind of effect that the code asks for, and asks for each effect that has one', async () => {
    const sources = readSources();
    const constants = new Map(
      sources.flatMap(({ text }) =>
        [...text.matchAll(/\bconst (\w+)(?:: string)? = '([^']+)'/g)].map(
          ([, name = '', value = '']) => [name, value] as const,
        ),
      ),
    );
    const valueOf = (written: string) =>
      written.startsWith("'") ? written.slice(1, -1) : (constants.get(written) ?? written);
    const found = (pattern: RegExp) =>
      sources
        .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, written]) => valueOf(written ?? 'kind')))
        .toSorted();
    const processed = found(PROCESSED);
    expect(processed).toEqual([...new Set(processed)]);
    expect((await test.worker()).get(Effects).kinds).toEqual(processed);
    expect([...new Set(found(ADDED))]).toEqual(processed);
  });
});
