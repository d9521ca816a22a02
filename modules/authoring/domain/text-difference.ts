/** A run of words of one line, and whether both texts have it. */
export interface Part {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export type DifferenceLine =
  | {
      readonly kind: 'line';
      readonly change: 'same' | 'removed' | 'added' | 'changed';
      readonly parts: readonly Part[];
    }
  /** Lines that both texts have, left out. */
  | { readonly kind: 'gap'; readonly lines: number };

/** Lines that stand around a change for orientation. */
const AROUND = 2;

/** The differences of two texts, line by line, and within a changed line word by word. Empty where nothing differs. */
export function textDifference(before: string, after: string): DifferenceLine[] {
  const lines = pairedLines(matched(before.split('\n'), after.split('\n')));
  return lines.some(({ change }) => change !== 'same') ? withGaps(lines) : [];
}

type Line = Extract<DifferenceLine, { kind: 'line' }>;

/** Lines that went and lines that came in their place, beside each other as far as there are as many. */
function pairedLines(runs: readonly Part[]): Line[] {
  const lines: Line[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const flush = () => {
    const pairs = Math.min(removed.length, added.length);
    for (let at = 0; at < pairs; at++) lines.push(changedLine(removed[at] ?? '', added[at] ?? ''));
    for (const text of removed.slice(pairs)) lines.push(wholeLine('removed', text));
    for (const text of added.slice(pairs)) lines.push(wholeLine('added', text));
    [removed, added] = [[], []];
  };
  for (const { kind, text } of runs) {
    if (kind === 'removed') removed.push(text);
    else if (kind === 'added') added.push(text);
    else {
      flush();
      lines.push(wholeLine('same', text));
    }
  }
  flush();
  return lines;
}

function wholeLine(kind: Part['kind'], text: string): Line {
  return { kind: 'line', change: kind, parts: [{ kind, text }] };
}

function changedLine(before: string, after: string): Line {
  const words = matched(before.split(/(?<=\s)/u), after.split(/(?<=\s)/u));
  const parts: Part[] = [];
  for (const part of words) {
    const last = parts.at(-1);
    if (last?.kind === part.kind) parts[parts.length - 1] = { kind: part.kind, text: last.text + part.text };
    else parts.push(part);
  }
  return { kind: 'line', change: 'changed', parts };
}

function withGaps(lines: readonly Line[]): DifferenceLine[] {
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ change }) => change !== 'same');
  const shown: DifferenceLine[] = [];
  lines.forEach((line, at) => {
    const last = shown.at(-1);
    if (isNear(at)) shown.push(line);
    else if (last?.kind === 'gap') shown[shown.length - 1] = { kind: 'gap', lines: last.lines + 1 };
    else shown.push({ kind: 'gap', lines: 1 });
  });
  return shown;
}

/** More comparisons than this are not made: what lies between the common beginning and end is then all new. */
const MOST_CELLS = 4_000_000;

/** Both lists as one, by a longest common subsequence: what only the first has is removed, what only the second has is added. */
function matched(before: readonly string[], after: readonly string[]): Part[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const same = (text: string): Part => ({ kind: 'same', text });
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [...before.slice(0, start).map(same), ...between(old, fresh), ...before.slice(before.length - end).map(same)];
}

function between(old: readonly string[], fresh: readonly string[]): Part[] {
  const width = fresh.length + 1;
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  if (old.length * fresh.length <= MOST_CELLS) {
    const common = commonLengths(old, fresh);
    while (i < old.length && j < fresh.length) {
      if (old[i] === fresh[j]) {
        parts.push({ kind: 'same', text: old[i] ?? '' });
        i++;
        j++;
      } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
        parts.push({ kind: 'removed', text: old[i++] ?? '' });
      } else {
        parts.push({ kind: 'added', text: fresh[j++] ?? '' });
      }
    }
  }
  for (; i < old.length; i++) parts.push({ kind: 'removed', text: old[i] ?? '' });
  for (; j < fresh.length; j++) parts.push({ kind: 'added', text: fresh[j] ?? '' });
  return parts;
}

/** For each pair of places, how much the rests of both lists have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i] === fresh[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}
