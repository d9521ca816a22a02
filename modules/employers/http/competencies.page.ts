import type { EvidenceView } from '../use-cases/read-roster-evidence.js';
import { categoryGlance } from './evidence-words.js';

/** People × the categories of one framework: how many statements have evidence, and how recent it is. */
export function competenciesPage({ employer, asOf, sharing, entries, next }: EvidenceView, asked: string | undefined) {
  const frameworks = entries[0]?.shared.frameworks ?? [];
  const chosen = frameworks.find(({ code }) => code === asked) ?? frameworks[0];
  const address = (code: string | undefined, after?: string) => {
    const query = [...(code ? [`framework=${code}`] : []), ...(after ? [`after=${after}`] : [])];
    return ['/roster/competencies', query.join('&')].filter(Boolean).join('?');
  };
  return {
    employer: employer.name,
    timeZone: employer.timeZone,
    asOf,
    sharing,
    framework: chosen?.title,
    frameworks: frameworks.map(({ code, title }) => {
      return { title, href: address(code), current: code === chosen?.code };
    }),
    categories: (chosen?.categories ?? []).map(({ code, title, awaiting }) => ({ code, title, awaiting })),
    rows: entries.map(({ id, name, shared }) => ({
      name,
      href: `/roster/${id}`,
      cells: (shared.frameworks.find(({ code }) => code === chosen?.code)?.categories ?? []).map(categoryGlance),
    })),
    older: next && address(chosen?.code, next),
  };
}
