import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { formatDate } from '../../../src/platform/views/helpers/format.js';
import type { ApplicationSummary } from '../../certification/certification.public.js';
import { isRenewable, type OwnRenewal } from '../../renewals/renewals.public.js';
import {
  eligibilityView,
  type ClausePlace,
  type CurrentScheme,
  type EligibilityView,
  type PlacesBy,
} from '../../schemes/schemes.public.js';
import type { Next } from '../use-cases/read-next.js';

type ClauseView = EligibilityView['nextClauses'][number];
/** Where a form that was opened from here leads back to. */
const HOME = '/home';

type Held = Extract<Next, { kind: 'way' }>;

/** What comes next: requirements of one certification with where each is done, a renewal, or certifications to choose from. */
export function nextPage(next: Next) {
  switch (next.kind) {
    case 'way':
      return { way: wayOf(next) };
    case 'renewal':
      return { renewal: renewalOf(next.renewal, next.bodyName) };
    case 'suspended':
      return { suspended: { title: sayWord(next.credential.title), bodyName: next.bodyName } };
    case 'choice':
      return { choice: next.schemes.map(choiceOf) };
  }
}

function choiceOf({ version, body }: CurrentScheme) {
  return { value: `${body.id}/${version.code}`, label: sayWord(version.title), hint: body.name };
}

function stageWords(stage: string): string {
  return sayWord(stage.replaceAll('_', ' '));
}

function wayOf({ way: { version, bodyName, tree, stage }, application }: Held) {
  const view = eligibilityView(tree, placesOf(version, application));
  const { bodyId, code } = version;
  return {
    title: stage ? say`${sayWord(version.title)}, ${stageWords(stage)} stage` : sayWord(version.title),
    bodyName,
    href: `/eligibility/${code}?${new URLSearchParams({ body: bodyId, ...(stage && { stage }) }).toString()}`,
    hasApplication: application !== null,
    met: tree.met,
    earliestOn: view.earliestOn ?? null,
    ...tasksOf(view),
  };
}

/** Nobody sits an exam before they are admitted to it. */
function placesOf(rules: PlacesBy['rules'], application: ApplicationSummary | null): PlacesBy {
  if (!application) return { rules, from: HOME };
  const { id, state } = application;
  return {
    rules,
    from: HOME,
    exam: state === 'admitted' ? { href: `/applications/${id}/exam`, action: say`See how to sit the exam` } : null,
  };
}

/** The renewal of a credential: what its window says on the day, what it asks for, and where it is sent. */
function renewalOf({ credential, version, window, tree, sent }: OwnRenewal, bodyName: string) {
  const { number, expiresOn } = credential;
  const isWithBody = sent === 'submitted' || sent === 'confirmed';
  return {
    title: sayWord(credential.title),
    bodyName,
    words: isWithBody
      ? say`Your renewal is with the certifying body. A letter tells you when it is confirmed.`
      : windowWords(window, formatDate(expiresOn, pageLanguage())),
    place: isRenewable(window) && !isWithBody ? { href: `/renewals/${number}`, action: actionOf(window) } : null,
    href: `/renewals/${number}`,
    met: tree.met,
    ...tasksOf(eligibilityView(tree, { rules: version, from: HOME })),
  };
}

function windowWords(window: OwnRenewal['window'], expiresOn: string): string {
  switch (window.state) {
    case 'too_early':
      return say`It is valid through ${expiresOn}. You can renew it from ${formatDate(window.opensOn, pageLanguage())} on.`;
    case 'late':
      return window.tier.endsOn
        ? say`Its term ended on ${expiresOn}. You can still renew it, through ${formatDate(window.tier.endsOn, pageLanguage())}.`
        : say`Its term ended on ${expiresOn}. You can still renew it.`;
    case 'reinstate':
      return say`Its term ended on ${expiresOn}. You can ask for it to be reinstated.`;
    default:
      return say`It is valid through ${expiresOn}. You can renew it now.`;
  }
}

function actionOf({ state }: OwnRenewal['window']): string {
  if (state === 'late') return say`Renew it late`;
  return state === 'reinstate' ? say`Ask for reinstatement` : say`Renew it`;
}

function tasksOf({ done, of, nextClauses, doneClauses }: EligibilityView) {
  const tasks = nextClauses.map(taskOf);
  return {
    done,
    of,
    next: tasks[0] ?? null,
    later: tasks.slice(1),
    doneTitles: doneClauses.map(({ title }) => title),
  };
}

/** A clause that is still needed. One that is worked on in its parts, such as a choice, leads to each of them. */
function taskOf({ title, have, need, unit, reasons, place, children }: ClauseView) {
  const ways = place ? [] : children.flatMap((part) => (part.place ? [wayInto(part.title, part.place)] : []));
  return {
    title,
    place: place ?? null,
    ways,
    reason: reasons[0] ?? null,
    bar: need ? { have: have ?? 0, need, unit } : null,
  };
}

function wayInto(title: string, { href }: ClausePlace) {
  return { title, href };
}
