import type { ComparedScheme } from '../use-cases/compare-schemes.js';
import { stageWords } from './stage-words.js';
import { formatMinutes } from '../../../src/kernel/minutes.js';
import { say, sayCount } from '../../../src/platform/translation/say.js';
import { inPageWords } from './eligibility.page.js';

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
          title: inPageWords(title),
          reasons: (reasons.length > 0 ? reasons : children.flatMap((child) => child.reasons).slice(0, 3)).map(
            inPageWords,
          ),
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
  if (tree.met) return say`Everything is met.`;
  const open = tree.clauses.filter(({ state }) => state === 'still_needed');
  const withoutTime = open.filter(({ unit }) => unit !== 'minutes').length;
  const parts = [
    ...(withoutTime > 0 ? [sayCount(withoutTime, 'requirement')] : []),
    ...(minutesNeeded > 0 ? [formatMinutes(minutesNeeded)] : []),
  ];
  const [first = sayCount(open.length, 'requirement'), second] = parts;
  const rest = second === undefined ? first : say`${first} and ${second}`;
  return done === 0 ? say`${rest} to go, of ${sayCount(of, 'requirement')}.` : say`All met but ${rest}.`;
}
