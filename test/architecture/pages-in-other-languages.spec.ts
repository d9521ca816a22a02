import { projectRoot } from '../../src/config/project-root.js';
import { OTHER_LANGUAGES } from '../../src/platform/translation/translations.js';
import { ViewRenderer } from '../../src/platform/views/view-renderer.js';
import { Survey } from '../../src/platform/translation/survey.js';

describe.each(OTHER_LANGUAGES)('the pages in %s', (language) => {
  const survey = new Survey(projectRoot, language);
  const translated = survey.all().filter(({ hasCatalogue }) => hasCatalogue);

  it('are there at all', () => {
    expect(translated.map(({ name }) => name)).toEqual(expect.arrayContaining(['shared', 'http']));
  });

  /** What is missing: give it a wording, or name the view under `english:` (`npm run cli -- pages missing es MODULE`). */
  it.each(translated)('of $name have a wording for every text, and none for a text that is gone', (folder) => {
    expect({ missing: folder.missing, stale: folder.stale }).toEqual({ missing: [], stale: [] });
  });

  it('compile, each wording with all the places of its English and no others', () => {
    expect(() => new ViewRenderer(projectRoot).prepare()).not.toThrow();
  });

  it('say the same English of code in one wording everywhere', () => {
    expect(survey.conflicts()).toEqual([]);
  });
});
