import Handlebars from 'handlebars';
import { join } from 'node:path';
import type { Language } from '../../kernel/languages.js';
import { PROGRESS_WORDS } from '../views/helpers/progress.js';
import { STATUS_LABELS } from '../views/helpers/status.js';
import { source, sources, viewFolders, type Source } from '../views/view-sources.js';
import { staysEnglish } from './catalogue.js';
import { readCodeTexts, type CodeTexts } from './code-texts.js';
import { partsOf } from './sentence.js';
import { translateTemplate } from './template-texts.js';
import { SHARED, Translations } from './translations.js';

/** How far one folder of views is translated. */
export interface FolderSurvey {
  /** A module, a part of the platform, or "shared". */
  name: string;
  hasCatalogue: boolean;
  /** English without a wording, by where it stands: a view, or "code". */
  missing: { where: string; english: string }[];
  /** Entries that nothing asks for any more. */
  stale: string[];
  /** Messages of errors without a wording: shown in English, and marked so. */
  problems: string[];
}

interface Folder {
  name: string;
  templates: Source[];
  code: CodeTexts;
}

/** What the catalogues of a language lack, and what they hold too much, for every folder of views. */
export class Survey {
  private readonly translations: Translations;
  private readonly folders: Folder[];

  constructor(root: string, language: Language) {
    this.translations = Translations.read(root, language);
    const platform = join(root, 'src/platform/views');
    const shared = {
      name: SHARED,
      templates: [
        ...sources(join(platform, 'partials'), ''),
        source(join(platform, 'layouts/page.hbs'), 'layouts/page'),
      ],
      code: withHelpers(readCodeTexts(join(root, 'src'))),
    };
    const others = viewFolders(root).map(({ folder, prefix }) => ({
      name: prefix.replace(/\/$/, ''),
      templates: sources(folder, prefix),
      code: readCodeTexts(folder.replace(/(\/http)?\/views$/, '')),
    }));
    this.folders = [shared, ...others];
  }

  all(): FolderSurvey[] {
    const shared = new Set<string>();
    const surveys = this.folders.slice(1).map((folder) => this.of(folder, shared));
    return [this.of(this.folders[0] as Folder, shared), ...surveys];
  }

  /** Texts that code says and two catalogues word differently: which one is shown would be chance. */
  conflicts(): string[] {
    const said = new Set(this.folders.flatMap(({ code }) => [...code.said]));
    return [...said].filter((english) => {
      const wordings = [...this.translations.catalogues.values()].map(({ words }) => words[english]);
      return new Set(wordings.filter((wording) => wording !== undefined)).size > 1;
    });
  }

  /** @param asked gathers what is asked for anywhere, since any folder may find its words among the shared ones */
  private of({ name, templates, code }: Folder, asked: Set<string>): FolderSurvey {
    const catalogue = this.translations.catalogues.get(name);
    const inEnglish = (view: string) => catalogue && staysEnglish(catalogue, view.slice(view.indexOf('/') + 1));
    const missing: FolderSurvey['missing'] = [];
    const own = name === SHARED ? asked : new Set<string>();
    for (const template of templates.filter((template) => !inEnglish(template.name))) {
      // For who begins a catalogue: what is shared need not be in it.
      const wording = this.translations.of(catalogue ? template.name : SHARED);
      translateTemplate(Handlebars.parse(template.text), (english) => {
        own.add(english);
        if (wording(english) === undefined) missing.push({ where: template.name, english });
        return undefined;
      });
    }
    for (const english of code.said) {
      own.add(english);
      if (this.translations.word(english) === undefined) missing.push({ where: 'code', english });
    }
    for (const english of own) asked.add(english);
    return {
      name: name === SHARED ? 'shared' : name,
      hasCatalogue: catalogue !== undefined,
      missing: unique(missing),
      stale: this.staleOf(name, own, code),
      problems: [...code.problems].filter((english) => this.translations.problem(english) === undefined),
    };
  }

  private staleOf(name: string, asked: ReadonlySet<string>, { source: code }: CodeTexts): string[] {
    const { words = {}, views = {}, problems = {} } = this.translations.catalogues.get(name) ?? {};
    const inTables = (english: string) => code.includes(`'${english}'`) || code.includes(`\`${english}\``);
    const entries = [words, ...Object.values(views)].flatMap((texts) => Object.keys(texts));
    const inMessages = (english: string) =>
      partsOf(english).every(
        (part, index) => index % 2 === 1 || code.includes(part.replaceAll("'", "\\'")) || code.includes(part),
      );
    return [
      ...entries.filter((english) => !asked.has(english) && !inTables(english)),
      ...Object.keys(problems).filter((english) => !inMessages(english)),
    ];
  }
}

/** What helpers say by themselves stands in tables beside them. */
function withHelpers(code: CodeTexts): CodeTexts {
  return { ...code, said: new Set([...code.said, ...STATUS_LABELS, ...PROGRESS_WORDS]) };
}

function unique(missing: FolderSurvey['missing']): FolderSurvey['missing'] {
  return missing.filter(({ english }, at) => missing.findIndex((one) => one.english === english) === at);
}
