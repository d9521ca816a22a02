import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFrameworkFiles } from '../../competencies/competencies.public.js';
import { SchemeContent } from '../../schemes/schemes.public.js';
import { EXAM_DOMAINS, TRAINING_TOPICS } from '../domain/course-vocabulary.js';
import { checkContent, checkLines } from './check-content.js';

const COURSE = 'courses/recovery-oriented-practice';

describe('content check', () => {
  const shipped = checkContent('content');
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'content-'));
    for (const part of ['frameworks', COURSE]) cpSync(join('content', part), join(dir, part), { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** Puts `to` in place of `from` in a file of the course; gives the line on which it now stands. */
  function edit(name: string, from: string, to: string): number {
    const path = join(dir, COURSE, name);
    const text = readFileSync(path, 'utf8');
    const at = text.indexOf(from);
    expect(at).toBeGreaterThanOrEqual(0);
    writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
    return text.slice(0, at).split('\n').length;
  }
  const faults = () => checkContent(dir).faults;
  const fault = (name: string, line: number, reason: string | RegExp) =>
    expect.objectContaining({ file: `${COURSE}/${name}`, line, reason: expect.stringMatching(reason) });

  it('finds nothing in the content that ships, and says how much there is', () => {
    const check = shipped;
    expect(check.faults).toEqual([]);
    expect(check.folders.find(({ name }) => name === 'recovery-oriented-practice')).toMatchObject({
      lessons: 5,
      items: 30,
      course: { code: 'recovery-oriented-practice' },
    });
    expect(checkLines(check).at(-1)).toBe(
      `${check.courses} courses, ${check.lessons} lessons, ${check.items} items, 0 faults`,
    );
  });

  it('says the hours of training that courses carry, topic by topic and rounded down', () => {
    const lines = checkLines(shipped);
    expect(lines).toContain('12.0 h of advocacy, 5.0 of them in live sessions');
    expect(lines).toContain('26.0 h of ethical_responsibility, 13.6 of them in live sessions');
    expect(lines.filter((line) => / h of /u.test(line))).toHaveLength(4);
  });

  it('holds the hours against what each scheme asks, and names what has to come from elsewhere', () => {
    const check = shipped;
    const schemes = SchemeContent.definitions('content');
    const about = (code: string) => checkLines(check, schemes).filter((line) => line.startsWith(`${code} `));
    expect(about('icrc-pr')).toEqual(['icrc-pr 4-domain asks 46.0 h of training, the courses carry 46.0']);
    expect(about('tx-mhps')).toEqual([
      expect.stringMatching(/ carry 0\.0; from elsewhere: 19\.5 h of core, 40\.0 h of supplemental_mh$/),
    ]);
    const folders = check.folders.filter(({ name }) => name !== 'teamwork-leadership-advocacy');
    expect(checkLines({ ...check, folders }, schemes)).toContainEqual(
      expect.stringMatching(/^icrc-pr .* carry 40\.\d; from elsewhere: 5\.\d h of advocacy$/),
    );
  });

  it('asks in some quiz about every competency that its courses teach', () => {
    const courses = shipped.folders.flatMap(({ course, quiz }) =>
      course && quiz && !course.translates ? [{ course, quiz }] : [],
    );
    const taught = courses.flatMap(({ course }) => course.lessons.flatMap(({ competencies }) => competencies));
    const asked = new Set(courses.flatMap(({ quiz }) => quiz.items.map(({ competency }) => competency)));
    expect(new Set(taught).size).toBeGreaterThan(70);
    expect(taught.filter((code) => !asked.has(code))).toEqual([]);
  });

  it('tells a mistyped key with its line, and publishes nothing of the course', () => {
    const line = edit('course.yaml', 'summary: >-', 'sumary: >-');
    expect(faults()).toContainEqual(fault('course.yaml', line, '"sumary" is not a key'));
    expect(checkContent(dir).folders[0]?.course).toBeNull();
  });

  it('tells a course that claims more reading than its lessons hold', () => {
    const line = edit('course.yaml', 'kind: reading, minutes: 37', 'kind: reading, minutes: 99');
    expect(faults()).toContainEqual(
      fault('course.yaml', line, /claims 99 minutes of reading, but the course carries \d+/),
    );
  });

  it('tells training topics that come to more than the components', () => {
    edit('course.yaml', 'topic: advocacy, minutes: 33', 'topic: advocacy, minutes: 34');
    expect(faults().map(({ reason }) => reason)).toContainEqual(
      'claims 163 minutes of training, but its components come to 162',
    );
  });

  it('tells a lesson that claims more minutes than its parts', () => {
    const line = edit('lessons/01-what-recovery-means.md', 'minutes: 28', 'minutes: 60');
    expect(faults()).toContainEqual(fault('lessons/01-what-recovery-means.md', line, 'claims 60 minutes'));
  });

  it('tells a competency that no framework has, in lessons, objectives and items', () => {
    const lesson = edit('lessons/01-what-recovery-means.md', 'core-2.3', 'core-2.9');
    const item = edit('quiz.yaml', 'competency: rop-2.1', 'competency: rop-2.7');
    const found = faults();
    expect(found).toContainEqual(fault('lessons/01-what-recovery-means.md', lesson, 'the competency core-2.9'));
    expect(found).toContainEqual(fault('quiz.yaml', item, 'the competency rop-2.7'));
    expect(found.map(({ reason }) => reason)).toContain('no lesson of the course teaches core-2.3');
  });

  it('keeps a lesson back whose learning waits for community reviewers', () => {
    const line = edit('lessons/03-a-whole-life.md', 'rop-4.3]', 'rop-4.3, rop-5.1]');
    expect(faults()).toContainEqual(fault('lessons/03-a-whole-life.md', line, 'community reviewers approve'));
  });

  it('tells an item option without a rationale', () => {
    const line = edit('quiz.yaml', '        rationale: Many people recover', '        reason: Many people recover');
    expect(faults()).toContainEqual(fault('quiz.yaml', line, '"reason" is not a key of items.0.options.0'));
    expect(faults().map(({ reason }) => reason)).toContainEqual('items.0.options.0.rationale is missing');
  });

  it('tells a word of the avoid list with its line and a better one', () => {
    const line = edit('lessons/02-hope-and-choice.md', 'Rosa used to come', 'Rosa, a client, used to come');
    expect(faults()).toContainEqual(
      fault('lessons/02-hope-and-choice.md', line, /"client" is on the avoid list; better: person/),
    );
  });

  it('tells a text that is too hard to read', () => {
    const hard =
      'Interdisciplinary organizational transformation necessitates comprehensive collaborative accountability ';
    edit('lessons/05-services-that-recover.md', 'We often speak', `${hard.repeat(60)}. We often speak`);
    expect(faults().map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^reading grade [\d.]+; 8 at most/),
    );
  });

  it('tells broken links: to a lesson that is not there, to a file, to an unsafe address', () => {
    const to = '[a](lesson:nowhere) [b](other.md) [c](http://example.org)';
    const line = edit('lessons/01-what-recovery-means.md', 'You will meet people', `${to} You will meet people`);
    const found = faults().filter((one) => one.line === line);
    expect(found.map(({ reason }) => reason)).toEqual([
      'the link leads to a lesson nowhere, which this course does not have',
      'the link other.md leads neither to lesson:CODE nor to an https address',
      'the link http://example.org leads neither to lesson:CODE nor to an https address',
    ]);
  });

  it('tells HTML and links that could run something: learners would see both as they were typed', () => {
    const unfit = 'Read <b>this</b> and\n[go](javascript:alert(1)), not `<b>` in code.';
    const line = edit('lessons/01-what-recovery-means.md', 'You will meet people', `${unfit} You will meet people`);
    const quiz = edit('quiz.yaml', 'rationale: Many people recover', 'rationale: Many <i>people</i> recover');
    const said = faults();
    expect(said).toContainEqual(fault('lessons/01-what-recovery-means.md', line, '<b> is HTML'));
    expect(said).toContainEqual(
      fault('lessons/01-what-recovery-means.md', line + 1, /^\[go\]\(javascript:.* is no link/),
    );
    expect(said).toContainEqual(fault('quiz.yaml', quiz, '<i> is HTML'));
    expect(said).toHaveLength(3);
  });

  it('tells a picture without words for those who do not see it, one that is not there, and one that is none', () => {
    mkdirSync(join(dir, COURSE, 'images'));
    writeFileSync(join(dir, COURSE, 'images/tree.svg'), '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
    writeFileSync(join(dir, COURSE, 'images/photo.jpg'), 'x');
    const to = '![](images/tree.svg) ![A tree](images/tree.svg) ![A house](images/house.svg)';
    const line = edit('lessons/01-what-recovery-means.md', 'You will meet people', `${to} You will meet people`);
    expect(faults()).toEqual([
      fault('images/photo.jpg', 1, 'this is not a JPEG picture'),
      fault('lessons/01-what-recovery-means.md', line, 'the picture images/tree.svg has no alternative text'),
      fault('lessons/01-what-recovery-means.md', line, 'the picture images/house.svg is no file in the folder images'),
    ]);
  });

  it('tells a course that builds on one that is not there, or on itself by way of another', () => {
    const line = edit('course.yaml', 'lessons:\n', 'prerequisites: [nowhere, second]\nlessons:\n');
    cpSync(join(dir, COURSE), join(dir, 'courses/second'), { recursive: true });
    const second = join(dir, 'courses/second/course.yaml');
    const text = readFileSync(second, 'utf8').replace('[nowhere, second]', '[recovery-oriented-practice]');
    writeFileSync(second, text);
    expect(faults()).toContainEqual(fault('course.yaml', line, 'there is no course nowhere'));
    expect(faults()).toContainEqual(fault('course.yaml', line, 'second builds on this course in turn'));
  });

  it('accepts a link to another lesson of the course', () => {
    edit(
      'lessons/01-what-recovery-means.md',
      'You will meet people',
      'See [hope](lesson:hope-and-choice). You will meet people',
    );
    expect(faults()).toEqual([]);
  });

  it('tells a hard section whose alternative would leave the learner without a scenario', () => {
    edit('lessons/02-hope-and-choice.md', '## Scenario: Rosa and the bakery', 'Rosa and the bakery');
    expect(faults().map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('so it has a section that begins'),
    );
  });

  it('tells a missing lesson file', () => {
    rmSync(join(dir, COURSE, 'lessons/04-the-peer-role.md'));
    expect(faults()).toContainEqual(fault('lessons/04-the-peer-role.md', 1, 'this file is missing'));
  });

  it('tells what a question has that no question should: an exam domain nobody knows, hard words, an option about the others', () => {
    const domain = edit('quiz.yaml', 'exam_domain: recovery_wellness_support', 'exam_domain: recovery_nonsense');
    const option = edit('quiz.yaml', '        text: ', '        text: All of the above. ');
    const hard = 'Interdisciplinary organizational transformation necessitates collaborative accountability ';
    const line = edit('quiz.yaml', '    stem: ', `    stem: ${hard.repeat(3)}`);
    const found = faults();
    expect(found).toContainEqual(fault('quiz.yaml', domain, 'no exam domain of the map is called recovery_nonsense'));
    expect(found).toContainEqual(fault('quiz.yaml', option, 'this option speaks of the others'));
    expect(found).toContainEqual(fault('quiz.yaml', line, /^reading grade [\d.]+; 8 at most/));
  });

  it('knows the exam domains of the map', () => {
    const { map } = readFrameworkFiles('content');
    expect(Object.keys(map?.exam_domains ?? {})).toEqual(EXAM_DOMAINS);
    expect(Object.keys(map?.training_domains ?? {})).toEqual(TRAINING_TOPICS);
  });

  it('tells a link that is said nowhere, and a file that nobody reads', () => {
    const line = edit(
      'lessons/01-what-recovery-means.md',
      'You will meet people',
      '[the tool][nowhere] You will meet people',
    );
    writeFileSync(join(dir, COURSE, 'lessons/99-left.md'), 'Left here.');
    expect(faults()).toEqual([
      fault('lessons/01-what-recovery-means.md', line, /^\[the tool\]\[nowhere\] is no link/),
      fault('lessons/99-left.md', 1, 'course.yaml names no such file'),
    ]);
  });

  it('tells every fault in one run, those beside a broken part too', () => {
    const broken = edit('quiz.yaml', 'pass_percent:', 'pass_per_cent:');
    const item = edit('quiz.yaml', 'competency: rop-2.1', 'competency: rop-2.7');
    const topic = edit('course.yaml', 'topic: advocacy, minutes: 33', 'topic: advocacy, minutes: 333');
    const found = faults();
    expect(found).toContainEqual(fault('quiz.yaml', broken, '"pass_per_cent" is not a key'));
    expect(found).toContainEqual(fault('quiz.yaml', item, 'the competency rop-2.7'));
    expect(found.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^claims 462 minutes of training/));
    expect(topic).toBeGreaterThan(0);
  });

  it('reads letters, certificates, statements and schemes too', () => {
    for (const part of ['letters', 'statements', 'schemes'])
      cpSync(join('content', part), join(dir, part), { recursive: true });
    expect(faults()).toEqual([]);
    const write = (file: string, change: (text: string) => string) =>
      writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
    write('letters/credential-granted.en.hbs', (text) => `${text}\n{{#if open}}`);
    write('letters/application-exam-authorised.en.hbs', () => 'No subject');
    write('letters/application-exam-authorised.es.hbs', () => 'Subject: El adicto\n\nHola');
    write('statements/age.en.md', (text) => `${text}\nThe client`);
    write('schemes/icrc-pr.yaml', (text) => `${text}\nfoo: bar\n`);
    expect(faults()).toEqual([
      { file: 'letters/application-exam-authorised.en.hbs', line: 1, reason: expect.stringContaining('Subject: …') },
      {
        file: 'letters/application-exam-authorised.es.hbs',
        line: 1,
        reason: expect.stringMatching(/^"adicto" is on the avoid list/),
      },
      {
        file: 'letters/credential-granted.en.hbs',
        line: expect.any(Number),
        reason: expect.stringContaining('is not closed'),
      },
      { file: 'schemes/icrc-pr.yaml', line: expect.any(Number), reason: '"foo" is not a key of this file' },
      {
        file: 'statements/age.en.md',
        line: expect.any(Number),
        reason: expect.stringMatching(/^"client" is on the avoid list/),
      },
      {
        file: 'statements/age.es.md',
        line: expect.any(Number),
        reason: expect.stringMatching(/^translates an older text/),
      },
    ]);
  });
});
