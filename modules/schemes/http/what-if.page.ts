import type { ComparedScheme } from '../use-cases/compare-schemes.js';
import { stageWords } from './stage-words.js';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { formatCount } from '../../../src/platform/views/helpers/format.js';

const CLAUSES_SHOWN = 6;

/** What each certification would still ask, nearest first: a sentence, a bar, and the open clauses. */
export function whatIfPage(compared: readonly ComparedScheme[]) {
  return {
    schemes: compared.map((one) => {
      const open = one.tree.clauses.filter(({ state }) => state === 'still_needed');
      return {
        title: one.scheme.title,
        stage: one.several ? stageWords(one.stage) : null,
        bodyName: one.bodyName,
        href: `/eligibility/${one.scheme.code}?body=${one.scheme.bodyId}`,
        rulesHref: `/schemes/${one.scheme.code}?body=${one.scheme.bodyId}`,
        confirmed: one.scheme.confirmed,
        elsewhere: one.route === 'reciprocity',
        sentence: sentenceOf(one),
        met: one.tree.met,
        done: one.done,
        of: one.of,
        open: open.slice(0, CLAUSES_SHOWN).map(({ title, reasons, children }) => ({
          title,
          reasons: reasons.length > 0 ? reasons : children.flatMap((child) => child.reasons).slice(0, 3),
        })),
        more: Math.max(0, open.length - CLAUSES_SHOWN),
      };
    }),
  };
}

/** "All met but 6 hours", "All met but 2 requirements and 6 hours". */
export function sentenceOf({
  tree,
  done,
  of,
  minutesNeeded,
}: Pick<ComparedScheme, 'tree' | 'done' | 'of' | 'minutesNeeded'>) {
  if (tree.met) return 'Everything is met.';
  const open = tree.clauses.filter(({ state }) => state === 'still_needed');
  const withoutTime = open.filter(({ unit }) => unit !== 'minutes').length;
  const parts = [
    ...(withoutTime > 0 ? [formatCount(withoutTime, 'requirement')] : []),
    ...(minutesNeeded > 0 ? [formatMinutes(minutesNeeded)] : []),
  ];
  const rest = parts.length > 0 ? parts.join(' and ') : formatCount(open.length, 'requirement');
  return done === 0 ? `${rest} to go, of ${formatCount(of, 'requirement')}.` : `All met but ${rest}.`;
}
