/** One value of a scheme that differs, by its place: what stood there and what stands there now, each as text, null for nothing. */
export interface DefinitionChange {
  /** Dotted, as in the file; entries of a list by their code, domain, topic or kind where they have one. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The differences of two definitions, value by value, in the order of the new one. Entries of lists are matched by what they
 * are about and not by their place, so that a rule put in front of others is one difference and not ten.
 */
export function definitionChanges(before: unknown, after: unknown): DefinitionChange[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  const changes: DefinitionChange[] = [];
  for (const [path, value] of fresh) {
    const earlier = old.get(path) ?? null;
    if (earlier !== value) changes.push({ path, before: earlier, after: value });
  }
  for (const [path, value] of old) if (!fresh.has(path)) changes.push({ path, before: value, after: null });
  return changes;
}

function leavesOf(root: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      if (value.every((one) => typeof one !== 'object' || one === null)) leaves.set(path, value.join(', '));
      else value.forEach((one, index) => walk(one, `${path} › ${nameOf(one, index)}`));
    } else if (typeof value === 'object') {
      for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path} › ${key}`);
    } else {
      leaves.set(path, scalarText(value));
    }
  };
  walk(root, '');
  return leaves;
}

function scalarText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const NAMES = ['code', 'domain', 'topic', 'stage', 'from', 'kind'] as const;

function nameOf(entry: unknown, index: number): string {
  const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>;
  const name = NAMES.map((key) => fields[key]).find((value) => typeof value === 'string');
  return name === undefined ? String(index + 1) : String(name);
}
