import type { ItemCandidate } from '../../item-bank/item-bank.public.js';
import type { Blueprint } from './blueprint.js';

export type FormCandidate = Pick<
  ItemCandidate,
  'versionId' | 'itemId' | 'kind' | 'examDomain' | 'competency' | 'difficulty' | 'enemies'
>;

export interface FormLine extends FormCandidate {
  isPretest: boolean;
}

/** Either the lines in order, or what the bank lacks: an exam domain, a difficulty, or items to try. */
export type DrawnForm =
  | { lines: FormLine[] }
  | { lacks: { what: 'domain' | 'difficulty' | 'pretest'; code: string; has: number; needs: number } };

export interface Chance {
  /** Gives an array of the same elements in an order that the seed decides. */
  shuffled<T>(elements: readonly T[]): T[];
}

/** One unlucky draw among enemies and difficulties says nothing; so many do. */
const DRAWS = 200;

/** By the id of an item: in how many forms before it stands. */
export type AskedBefore = ReadonlyMap<string, number>;

interface Candidates {
  scored: readonly FormCandidate[];
  pretest: readonly FormCandidate[];
}

/**
 * The lines of a form: the same candidates and the same sequence always give the same form. Enemies never stand together, nor
 * do two versions of one item; scored and pretest items are mixed. Items that no form before asks come first, so that whoever sits
 * again meets as few as the bank allows that they know.
 * @param before what forms before this one ask
 */
export function drawForm(
  blueprint: Blueprint,
  candidates: Candidates,
  chance: Chance,
  before: AskedBefore = new Map(),
): DrawnForm {
  for (const [code, needs] of Object.entries(blueprint.domains).sort(byCode)) {
    const has = candidates.scored.filter(({ examDomain }) => examDomain === code).length;
    if (has < needs) return { lacks: { what: 'domain', code, has, needs } };
  }
  const fewest = fewestAgain(blueprint, candidates, before);
  const known = [...candidates.scored, ...candidates.pretest].filter(({ itemId }) => before.has(itemId));
  let best: { lines: FormLine[]; again: number } | undefined;
  let lacks: Extract<DrawnForm, { lacks: unknown }> | undefined;
  for (let draw = 0; draw < DRAWS; draw++) {
    // New items strictly first would never meet some bands of difficulty: from draw to draw more known ones count as new, at last all.
    const asNew = known.length === 0 || draw === 0 ? [] : takeShare(chance.shuffled(known), draw / (DRAWS / 2));
    const drawn = drawOnce(blueprint, candidates, chance, without(before, asNew));
    if ('lacks' in drawn) {
      lacks = drawn;
      continue;
    }
    const again = drawn.lines.filter(({ itemId }) => before.has(itemId)).length;
    if (!best || again < best.again) best = { lines: drawn.lines, again };
    if (best.again <= fewest) break;
  }
  return best ? { lines: chance.shuffled(best.lines) } : (lacks as Extract<DrawnForm, { lacks: unknown }>);
}

/** No form has fewer known items than this, whatever enemies and difficulties leave. */
function fewestAgain({ domains, pretest }: Blueprint, candidates: Candidates, before: AskedBefore): number {
  const missing = (needs: number, of: readonly FormCandidate[]): number =>
    Math.max(0, needs - new Set(of.flatMap(({ itemId }) => (before.has(itemId) ? [] : itemId))).size);
  const scored = Object.entries(domains).map(([code, needs]) =>
    missing(
      needs,
      candidates.scored.filter(({ examDomain }) => examDomain === code),
    ),
  );
  return scored.reduce((sum, items) => sum + items, missing(pretest, candidates.pretest));
}

function takeShare<T>(elements: readonly T[], share: number): T[] {
  return elements.slice(0, Math.round(elements.length * Math.min(1, share)));
}

function without(before: AskedBefore, items: readonly FormCandidate[]): AskedBefore {
  const left = new Map(before);
  for (const { itemId } of items) left.delete(itemId);
  return left;
}

function drawOnce(blueprint: Blueprint, candidates: Candidates, chance: Chance, before: AskedBefore): DrawnForm {
  const inTurn = (pile: readonly FormCandidate[]): FormCandidate[] =>
    chance.shuffled(pile).toSorted((one, other) => (before.get(one.itemId) ?? 0) - (before.get(other.itemId) ?? 0));
  const form = new Gathering();
  const bands = blueprint.difficulty ?? {};
  for (const [code, needs] of Object.entries(blueprint.domains).sort(byCode)) {
    const pile = inTurn(candidates.scored.filter(({ examDomain }) => examDomain === code));
    let has = 0;
    for (const one of pile) {
      if (has === needs) break;
      if (form.scoredOf(one.difficulty) >= (bands[one.difficulty]?.max ?? Infinity) || !form.admits(one)) continue;
      form.take(one, false);
      has++;
    }
    if (has < needs) return { lacks: { what: 'domain', code, has, needs } };
  }
  for (const difficulty of ['easy', 'medium', 'hard'] as const) {
    const [has, needs] = [form.scoredOf(difficulty), bands[difficulty]?.min ?? 0];
    if (has < needs) return { lacks: { what: 'difficulty', code: difficulty, has, needs } };
  }
  for (const one of inTurn(candidates.pretest))
    if (form.tried < blueprint.pretest && form.admits(one)) form.take(one, true);
  if (form.tried < blueprint.pretest) {
    return { lacks: { what: 'pretest', code: 'pretest', has: form.tried, needs: blueprint.pretest } };
  }
  return { lines: form.lines };
}

/** A form while it is drawn. */
class Gathering {
  readonly lines: FormLine[] = [];
  tried = 0;
  private readonly items = new Set<string>();
  private readonly barred = new Set<string>();
  private readonly counts = { easy: 0, medium: 0, hard: 0 };

  scoredOf(difficulty: FormCandidate['difficulty']): number {
    return this.counts[difficulty];
  }

  admits({ itemId, enemies }: FormCandidate): boolean {
    return !this.items.has(itemId) && !this.barred.has(itemId) && !enemies.some((enemy) => this.items.has(enemy));
  }

  take(one: FormCandidate, isPretest: boolean): void {
    this.items.add(one.itemId);
    for (const enemy of one.enemies) this.barred.add(enemy);
    if (isPretest) this.tried++;
    else this.counts[one.difficulty]++;
    this.lines.push({ ...one, isPretest });
  }
}

function byCode([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
