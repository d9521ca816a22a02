import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayMessage, sayWord } from '../../../src/platform/translation/say.js';
import type { CurrentScheme } from '../use-cases/current-schemes.js';
import type { SchemeDescription } from '../use-cases/read-scheme.js';
import type { ProseSection } from '../domain/prose/scheme-prose.js';
import { inPageWords } from './eligibility.page.js';
import { plain } from '../domain/prose/words.js';

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

export function schemePage({ scheme, bodyName, onDate, sections, sources, unsure }: SchemeDescription) {
  return {
    scheme: { ...scheme, effectiveFrom: scheme.effectiveFrom.toString() },
    bodyName,
    onDate: onDate.toString(),
    sections: sections.map(({ heading, lines, parts = [] }) => ({
      heading: sayWord(heading),
      lines,
      ...(parts.length > 0 && { parts: partsTable(sayWord(heading), parts) }),
    })),
    sources,
    // The rules are written out in English, by the values that are evaluated.
    isRulesInEnglish: pageLanguage() !== 'en',
    unsure: unsure.map((path) => plain(path).replaceAll('.', ' → ')),
    eligibilityHref: `/eligibility/${scheme.code}?body=${scheme.bodyId}`,
  };
}

function partsTable(heading: string, parts: NonNullable<ProseSection['parts']>) {
  const noted = parts.some(({ notes }) => notes !== '');
  return {
    caption: say`${heading}: least hours by part`,
    columns: [{ label: say`Part` }, { label: say`At least`, numeric: true }, ...(noted ? [{ label: say`Notes` }] : [])],
    rows: parts.map(({ part, least, notes }) => ({
      cells: [{ text: inPageWords(part) }, { text: sayMessage(least) }, ...(noted ? [{ text: notes }] : [])],
    })),
  };
}
