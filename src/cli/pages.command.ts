import { projectRoot } from '../config/project-root.js';
import { isLanguage } from '../kernel/languages.js';
import { Survey } from '../platform/translation/survey.js';
import type { Command } from './command.js';

/** For who translates: what a catalogue still lacks, as lines that can be put into it. */
export const pagesMissing: Command = {
  name: 'pages missing',
  description: 'tell which texts of pages have no wording in LANGUAGE yet (es), in all modules or one',
  usage: '<language> [module]',
  async run({ print }, [language = '', module]) {
    if (!isLanguage(language)) {
      print(`Pages are not offered in ${language}.`);
      return 1;
    }
    const surveys = new Survey(projectRoot, language)
      .all()
      .filter(({ name, hasCatalogue }) => (module ? name === module : hasCatalogue));
    for (const { name, missing, stale, problems } of surveys) {
      print(
        `# ${name}: ${missing.length} texts and ${problems.length} messages are missing, ${stale.length} are stale`,
      );
      let before = '';
      for (const { where, english } of missing) {
        if (where !== before) print(`  # ${where}`);
        before = where;
        print(`  ${JSON.stringify(english)}: ""`);
      }
      if (problems.length > 0) print('problems:');
      for (const english of problems) print(`  ${JSON.stringify(english)}: ""`);
      for (const english of stale) print(`  # stale: ${JSON.stringify(english)}`);
    }
    return surveys.every(({ missing, stale }) => missing.length + stale.length === 0) ? 0 : 1;
  },
};
