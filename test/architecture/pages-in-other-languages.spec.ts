import { projectRoot } from '../../src/config/project-root.js';
import { OTHER_LANGUAGES, Translations } from '../../src/platform/translation/translations.js';
import { ViewRenderer } from '../../src/platform/views/view-renderer.js';
import { Survey } from '../../src/platform/translation/survey.js';
import { readSources } from '../support/sources.js';

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

const AUTHORS = 'for who writes and reviews courses: their course is looked up by their role';
const INSTRUCTORS = 'for who teaches the group: it is looked up by its instructors';
const DESK = 'for the desk, beside a page for holders or candidates in the same controller';

/** Views that stay English although no role stands before their route, with the reason. Not for trainees, applicants or holders. */
const ENGLISH_WITHOUT_A_ROLE: Record<string, string> = {
  'authoring/checks': AUTHORS,
  'authoring/desk': AUTHORS,
  'authoring/draft': AUTHORS,
  'authoring/file': AUTHORS,
  'authoring/item': AUTHORS,
  'authoring/new-draft': AUTHORS,
  'authoring/new-file': AUTHORS,
  'authoring/pictures': AUTHORS,
  'authoring/versions': AUTHORS,
  'authoring/withdrawal': AUTHORS,
  'cohorts/code': INSTRUCTORS,
  'cohorts/group': INSTRUCTORS,
  'cohorts/new-cohort': INSTRUCTORS,
  'cohorts/new-invitation': INSTRUCTORS,
  'cohorts/new-session': INSTRUCTORS,
  'cohorts/room': INSTRUCTORS,
  'cohorts/teaching': INSTRUCTORS,
  'case-files/desk': DESK,
  'case-files/file': DESK,
  'courses/desk-completions': DESK,
  'credentials/extension-answer': DESK,
  'credentials/extensions': DESK,
  'exams/remark': DESK,
  'exams/remarks': DESK,
  'notifications/dev-mail': 'only in demonstrations',
  'portal/sign-ins': 'only in demonstrations',
  'portal/staff-home': 'for staff: the home of who has a role',
};

describe('a page that stays English', () => {
  const controllers = readSources()
    .filter(({ path }) => /\/http\/.*\.controller\.ts$/.test(path))
    .map(({ text }) => text);
  const viewsOf = (source: string) =>
    [...source.matchAll(/\bview\(\s*'([\w-]+\/[\w-]+)'/g)].map(([, view = '']) => view);
  // Where a file has pages for staff and pages for others, each of its English ones is named below.
  const open = controllers.filter((source) => /@(SignedIn|Public|ByLink)\(/.test(source)).flatMap(viewsOf);

  it.each(OTHER_LANGUAGES)('in %s is one for staff, or says here for whom it is', (language) => {
    const translations = Translations.read(projectRoot, language);
    expect(open.length).toBeGreaterThan(60);
    const english = [...new Set(open.filter((view) => !translations.has(view)))].toSorted();
    expect(english).toEqual(Object.keys(ENGLISH_WITHOUT_A_ROLE).toSorted());
  });
});
