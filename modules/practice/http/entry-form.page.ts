import { sayWord } from '../../../src/platform/translation/say.js';
import type { Entry } from '../domain/entry.js';
import { ACTIVITIES, DOMAINS, KINDS, METHODS, SETTINGS } from '../domain/lists.js';
import { choicesOf } from './choices.js';
import { timeField } from './entry-input.js';

interface EntryForm {
  title: string;
  action: string;
  button: string;
  /** What the fields start with: the entry that is changed or corrected, or nothing. */
  entry?: Entry;
  /** Who supervised last time, how and where: most entries are like the one before. */
  before?: Entry;
}

/** The form for one entry, new, changed or as a correction. */
export function entryFormPage({ title, action, button, entry, before }: EntryForm) {
  const like = entry ?? before;
  return {
    title,
    action,
    button,
    kinds: choicesOf(KINDS),
    methods: choicesOf(METHODS),
    settings: choicesOf(SETTINGS),
    activities: choicesOf(ACTIVITIES),
    start: {
      workedOn: entry?.workedOn.toString(),
      startsAt: entry?.startsAt?.toString({ smallestUnit: 'minute' }),
      kind: like?.kind,
      method: like?.method,
      setting: like?.setting,
      activity: entry?.activity,
      supervisorName: like?.supervisor.name,
      supervisorEmail: like?.supervisor.email,
    },
    domains: DOMAINS.map(({ value, label }) => ({
      name: timeField(value),
      label: sayWord(label),
      minutes: entry?.domains.find((one) => one.domain === value)?.minutes,
    })),
  };
}
