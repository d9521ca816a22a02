import { say, sayWord } from '../../../src/platform/translation/say.js';
import type { CurrentScheme } from '../use-cases/current-schemes.js';
import type { SchemeDescription } from '../use-cases/read-scheme.js';
import type { ProseSection } from '../domain/prose/scheme-prose.js';

/** One scheme in a list, for pages and JSON. */
export function schemeSummary({ version, body, onDate }: CurrentScheme) {
  const { id, code, title, confirmed, effectiveFrom } = version;
  return {
    id,
    code,
    version: version.version,
    title,
    body: { id: body.id, name: body.name },
    onDate: onDate.toString(),
    effectiveFrom: effectiveFrom.toString(),
    confirmed,
  };
}

export function schemeListPage(schemes: readonly CurrentScheme[]) {
  return {
    bodies: [...new Set(schemes.map(({ body }) => body.name))].map((name) => ({
      name,
      schemes: schemes
        .filter(({ body }) => body.name === name)
        .map((one) => ({ ...schemeSummary(one), href: `/schemes/${one.version.code}?body=${one.body.id}` })),
    })),
  };
}

export function schemePage({ scheme, bodyName, onDate, sections, sources, toConfirm }: SchemeDescription) {
  return {
    scheme: { ...scheme, effectiveFrom: scheme.effectiveFrom.toString() },
    // What stands on certificates, where the page has a name of its own for it.
    officialTitle: sayWord(scheme.title) === scheme.title ? null : scheme.title,
    bodyName,
    onDate: onDate.toString(),
    sections: sections.map(({ heading, lines, parts = [] }) => ({
      heading,
      lines,
      ...(parts.length > 0 && { parts: partsTable(heading, parts) }),
    })),
    sources,
    toConfirm,
    aim: `${scheme.bodyId}/${scheme.code}`,
    eligibilityHref: `/eligibility/${scheme.code}?body=${scheme.bodyId}`,
    hoursHref: `/training-hours#${scheme.bodyId}-${scheme.code}`,
  };
}

function partsTable(heading: string, parts: NonNullable<ProseSection['parts']>) {
  const noted = parts.some(({ notes }) => notes !== '');
  return {
    caption: say`${heading}: least hours by part`,
    columns: [{ label: say`Part` }, { label: say`At least`, numeric: true }, ...(noted ? [{ label: say`Notes` }] : [])],
    rows: parts.map(({ part, least, notes }) => ({
      cells: [{ text: part }, { text: least }, ...(noted ? [{ text: notes }] : [])],
    })),
  };
}
