import { Temporal } from 'temporal-polyfill';
import type { ApiClient } from './api-client.js';
import { supervisor } from './cast.js';
import type { OpenPage } from './page-visitor.js';
import { sideBySide } from './side-by-side.js';
import type { Stage } from './stage.js';

const DOMAINS = ['advocacy', 'mentoring_education', 'recovery_wellness_support', 'ethical_responsibility'];
const HOUR = 60;

/** Days of practice, eight hours each over all domains, and of supervision, two hours each, going back from `until`. */
interface Log {
  practiceDays: number;
  supervisionDays: number;
  until: Temporal.PlainDate;
}

/** Logs practice and supervision received, one entry a day. @returns the ids of the entries */
export async function logPractice(person: ApiClient, { practiceDays, supervisionDays, until }: Log): Promise<string[]> {
  const days = Array.from({ length: practiceDays + supervisionDays }, (_, day) => day);
  return sideBySide(days, async (day) => {
    const isPractice = day < practiceDays;
    const { id } = await person.post<{ id: string }>('/api/v1/practice/entries', {
      kind: isPractice ? (day % 5 === 4 ? 'volunteer' : 'paid') : 'supervision',
      workedOn: until.subtract({ days: day }).toString(),
      domains: DOMAINS.map((domain) => ({ domain, minutes: isPractice ? 2 * HOUR : HOUR / 2 })),
      method: isPractice ? 'one_to_one' : 'individual_supervision',
      setting: 'recovery_community',
      activity: isPractice ? 'support_conversation' : 'planning_session',
      supervisor,
    });
    return id;
  });
}

/** Asks the supervisor to sign, and signs as the supervisor does: by the mailed link and a mailed code, at the pages. */
export async function haveSigned(stage: Stage, person: ApiClient, entryIds: string[]): Promise<void> {
  await person.post('/api/v1/practice/sign-off-requests', { entryIds });
  const visitor = stage.visitor();
  const page = await visitor.open(stage.linkIn(await stage.letterTo(supervisor.email, /Hours to sign/)));
  const asked = await visitor.submit(page, `${page.path}/codes`, {});
  const letter = await stage.letterTo(supervisor.email, /code/i);
  const code = /\b\d{3}[ -]?\d{3}\b/.exec(letter.text)?.[0] ?? '';
  const signed = await visitor.submit(asked, `${page.path}/signatures`, {
    code,
    name: supervisor.name,
    agreed: 'yes',
    credentialNumber: '',
  });
  if (signed.status !== 200)
    throw new Error(`The supervisor's signature was answered with ${signed.status}: ${problemsOf(signed)}`);
  await stage.settle();
}

/** The notes of a form that could not be accepted, as plain text. */
function problemsOf({ html }: OpenPage): string {
  const list = /gs-problems__list[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  return list
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
