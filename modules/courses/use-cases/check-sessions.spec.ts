import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_SESSION } from '../testing/example-session.js';
import { checkContent, checkLines } from './check-content.js';

const COURSE = 'courses/recovery-oriented-practice';
const PLAN = `${COURSE}/sessions/01-listening.md`;

describe('content check of live sessions', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'content-'));
    cpSync(join('content', 'frameworks'), join(dir, 'frameworks'), { recursive: true });
    cpSync(join('content', COURSE), join(dir, COURSE), { recursive: true });
    rmSync(join(dir, COURSE, 'sessions'), { recursive: true, force: true });
    const course = join(dir, COURSE, 'course.yaml');
    const text = readFileSync(course, 'utf8').replace(/^sessions:\n(?: +- .*\n)+/mu, '');
    writeFileSync(course, `${text}\nsessions: [01-listening.md]\n`);
    mkdirSync(join(dir, COURSE, 'sessions'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** Ships the example plan with `to` in place of `from`; gives what is wrong with the course then. */
  function faultsWith(from = '', to = ''): string[] {
    expect(EXAMPLE_SESSION).toContain(from);
    writeFileSync(join(dir, PLAN), EXAMPLE_SESSION.replace(from, to));
    return checkContent(dir).faults.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
  }

  it('publishes a whole plan with its course and counts it on a line of its own', () => {
    expect(faultsWith()).toEqual([]);
    const check = checkContent(dir);
    expect(check.folders[0]?.course?.sessions).toMatchObject([{ code: 'listening-together', group: { from: 4 } }]);
    expect(checkLines(check).slice(-2)).toEqual(['1 live sessions', '1 courses, 5 lessons, 30 items, 0 faults']);
  });

  it('says nothing of sessions in a course without them, so that its identity stays as it was', () => {
    const course = join(dir, COURSE, 'course.yaml');
    writeFileSync(course, readFileSync(course, 'utf8').replace('sessions: [01-listening.md]', ''));
    expect(checkContent(dir).folders[0]?.course).not.toHaveProperty('sessions');
  });

  it('tells a plan that is named and not there', () => {
    expect(checkContent(dir).faults).toEqual([{ file: PLAN, line: 1, reason: 'this file is missing' }]);
  });

  it('tells training that comes to more than the parts of the session', () => {
    expect(faultsWith('topic: mentoring_education, minutes: 60', 'topic: mentoring_education, minutes: 80')).toEqual([
      `${PLAN}:17: claims 100 minutes of training, but its parts come to 90`,
    ]);
  });

  it('tells a part that has no section of its own', () => {
    expect(faultsWith('## Closing round', '## The end')).toEqual([
      `${PLAN}:14: the plan has no section "Closing round"`,
    ]);
  });

  it.each(['Before the session', 'Attendance', 'If it gets hard'])('tells a plan without its section "%s"', (title) => {
    expect(faultsWith(`## ${title}`, '## Another')).toEqual([
      `${PLAN}:20: the plan of a session has a section "${title}"`,
    ]);
  });

  it('tells a plan that hands nothing out', () => {
    expect(faultsWith('## Handout: Three', '## Three')).toEqual([
      `${PLAN}:20: the plan of a session has a section whose heading begins with "Handout:"`,
    ]);
  });

  it('tells fewer than three aims, a group that cannot be, a mistyped key and a file without front matter', () => {
    expect(faultsWith('  - Tell a partner what helped you to talk.\n', '')).toEqual([
      expect.stringMatching(/:6: aims: a session has three to five aims$/u),
    ]);
    expect(faultsWith('from: 4, to: 16', 'from: 17, to: 16')).toEqual([
      expect.stringMatching(/:9: group.to: from is not more than to$/u),
    ]);
    expect(faultsWith('materials:', 'material:')[0]).toMatch(/material/u);
    expect(faultsWith('---\ncode', 'code')).toEqual([
      `${PLAN}:1: the file begins with its front matter, between two lines of ---`,
    ]);
  });

  it('tells a competency that no framework has, a word of the avoid list and a text that is too hard', () => {
    expect(faultsWith('core-9.1]', 'core-99]')).toEqual([`${PLAN}:4: no framework has the competency core-99`]);
    expect(faultsWith('Say who you are.', 'Greet each client.')[0]).toMatch(/:27: "client" is on the avoid list/u);
    const hard = 'Interdisciplinary organizational transformation necessitates comprehensive accountability ';
    expect(faultsWith('Say who you are.', `${hard.repeat(40)}.`)[0]).toMatch(/reading grade [\d.]+; 8 at most/u);
  });

  it('tells a link that leads nowhere', () => {
    expect(faultsWith('Say who you are.', 'See [this](lesson:nowhere).')).toEqual([
      `${PLAN}:27: the link leads to a lesson nowhere, which this course does not have`,
    ]);
  });

  it('tells live minutes claimed among those of the self-study', () => {
    writeFileSync(join(dir, PLAN), EXAMPLE_SESSION);
    const course = join(dir, COURSE, 'course.yaml');
    writeFileSync(course, readFileSync(course, 'utf8').replace('kind: quiz', 'kind: live'));
    expect(
      checkContent(dir)
        .faults.map(({ reason }) => reason)
        .join(),
    ).toMatch(/minutes\.\d\.kind/u);
  });
});
