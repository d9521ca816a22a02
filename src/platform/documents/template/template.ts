import type { TemplateProblem } from '../pdf-renderer.js';
import type { DrawRequest } from './draw-request.js';
import { fillTemplate, readTemplateSource } from './handlebars-source.js';
import { layOut, styleSheet } from './layout.js';
import { type Element, readPageSource } from './page-source.js';
import type { Page } from './tree.js';

/** What can be seen in a template before there is any data. */
export function templateProblems(source: string): TemplateProblem[] {
  const { skeleton, problems } = readTemplateSource(source);
  if (problems.length > 0) return problems;
  const { root, problems: page } = readPageSource(skeleton);
  if (page.length > 0) return page;
  const { rules, problems: styles } = styleSheet(root);
  return [...styles.map((message) => ({ message, line: null })), ...unknownClasses(root, rules)];
}

/**
 * The page that a template makes of its data. The template sees `data` and, as `document`, what is known of the document itself.
 * @returns the page, or everything that is not right with it
 */
export function fillPage(request: DrawRequest): { page: Page } | { problems: TemplateProblem[] } {
  const { title, author, language, nameLanguage, specimen } = request;
  try {
    const html = fillTemplate(request.source, {
      ...request.data,
      document: { title, author, language, nameLanguage, specimen },
    });
    const { root, problems } = readPageSource(html);
    return problems.length > 0 ? { problems } : { page: layOut(root, language) };
  } catch (error) {
    return { problems: [{ message: error instanceof Error ? error.message : String(error), line: null }] };
  }
}

function unknownClasses(element: Element, rules: Map<string, unknown>): TemplateProblem[] {
  const own = (element.attributes.class?.split(' ') ?? []).filter((name) => !rules.has(`.${name}`));
  return [
    ...own.map((name) => ({ message: `no style is written for the class “${name}”`, line: element.line })),
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : unknownClasses(child, rules))),
  ];
}
