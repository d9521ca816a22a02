import { cutOf, judgements, ownCuts, type Cut, type Estimate, type ItemJudgement } from './angoff.js';
import type { BankItem } from './item.js';

/** What came out of a study, as it is kept for ever: numbers and codes, never what an item asks. */
export interface StudyResult {
  title: string;
  rounds: number;
  /** By place. */
  items: (Pick<BankItem, 'itemNumber' | 'versionNumber' | 'examDomain'> & ItemJudgement)[];
  /** Each judge's own cut in hundredths of an item. */
  judges: { judgeId: string; hundredths: number }[];
  cut: Cut;
}

/**
 * @param items the versions of the study by place
 * @param estimates of the last round, of judges who were not excused
 * @throws Error as {@link cutOf}
 */
export function resultOf(
  { title, rounds }: { title: string; rounds: number },
  items: readonly BankItem[],
  estimates: readonly Estimate[],
): StudyResult {
  const byVersion = new Map(judgements(estimates).map((one) => [one.versionId, one]));
  return {
    title,
    rounds,
    items: items.map(({ versionId, itemNumber, versionNumber, examDomain }) => {
      const judged = byVersion.get(versionId);
      if (!judged) throw new Error(`Nobody judged item ${itemNumber}`);
      return { itemNumber, versionNumber, examDomain, ...judged };
    }),
    judges: [...ownCuts(estimates)]
      .map(([judgeId, hundredths]) => ({ judgeId, hundredths }))
      .sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1)),
    cut: cutOf(estimates),
  };
}
