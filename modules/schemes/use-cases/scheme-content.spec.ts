import { contentText, sampleScheme } from '../../../test/scenarios/support/sample-scheme.js';
import { contradictions } from '../domain/contradictions.js';
import { checkSchemeFile, readPublications, readSources } from './scheme-content.js';
import { readWording } from './read-wording.js';
import { schemeVersionId } from './version-id.js';
import { wordless } from '../domain/wordless.js';

const text = contentText('icrc-pr.yaml');
const wording = readWording({ file: 'wording.en.yaml', text: contentText('wording.en.yaml') }).wording!;
const sources = readSources({ file: 'sources.yaml', text: contentText('sources.yaml') }).keys;
const check = (changed: string) => checkSchemeFile({ file: 'icrc-pr.yaml', text: changed }, { sources, wording });
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('the sample scheme', () => {
  it('is loaded as it was written down', () => {
    const { definitions, faults } = check(text);
    expect(faults).toEqual([]);
    expect(definitions[0]!.training!.total_hours).toBe(46);
  });

  it('keeps its version id while its rules stay the same, however it is laid out', () => {
    const definition = sampleScheme();
    const reordered = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(definition).reverse())));
    expect(schemeVersionId('board', reordered)).toBe(schemeVersionId('board', definition));
    expect(schemeVersionId('another', definition)).not.toBe(schemeVersionId('board', definition));
    const stricter = { ...definition, training: { ...definition.training!, total_hours: 47 } };
    expect(schemeVersionId('board', stricter)).not.toBe(schemeVersionId('board', definition));
  });
});

/** What is planted in the sample, at which part the line is expected, and what the reason must say. */
const planted: [string, string | RegExp, string, string, RegExp][] = [
  [
    'a key that is not of the language',
    'buckets:',
    'bukets:',
    'total_hours: 46',
    /"bukets" is not a key of schemes\.0\.training/,
  ],
  ['a missing part', /    fees: .*\n/, '', '- id: icrc-pr', /fees is missing/],
  ['parts above the total', 'total_hours: 46', 'total_hours: 45', 'total_hours: 46', /add up to 46, more than the 45/],
  ['ethics above the renewal total', 'min_hours: 6}', 'min_hours: 21}', 'ce: {total', /add up to 21, more than the 20/],
  ['no sources', '[S3, S20, S21, S22]', '[]', 'sources:', /at least one source/],
  ['sources left out', /    sources: .*\n/, '', '- id: icrc-pr', /sources is missing/],
  ['an unknown source', 'S21', 'S99', 'sources:', /S99 is not listed/],
  ['hours that are not whole minutes', 'min_hours: 16', 'min_hours: 16.009', 'min_hours: 16', /whole minutes/],
  ['hours below nothing', 'received_hours: 25', 'received_hours: -1', 'received_hours', /less than 0/],
  ['hours in words', 'received_hours: 25', 'received_hours: many', 'received_hours', /as a number/],
  [
    'a domain listed twice',
    'domain: mentoring_education, min_hours: 10',
    'domain: advocacy, min_hours: 10',
    'domain: mentoring_education, min_hours: 10',
    /advocacy is listed twice/,
  ],
  [
    'a domain without words',
    'domain: mentoring_education, min_hours: 10',
    'domain: astronomy, min_hours: 10',
    'domain: mentoring_education, min_hours: 10',
    /astronomy has no words/,
  ],
  [
    'a prerequisite listed twice',
    'code: code_of_ethics',
    'code: lived_experience',
    'code: code_of_ethics',
    /lived_experience is listed twice/,
  ],
  ['an unknown kind of prerequisite', 'kind: signature', 'kind: oath', 'code: code_of_ethics', /kind must be/],
  [
    'a share above the whole',
    'min_percent_live_or_work: 51',
    'min_percent_live_or_work: 151',
    'min_percent',
    /151|100/,
  ],
  ['a pass that nobody can reach', 'pass: 500', 'pass: 900', 'score:', /pass at 900/],
  ['a scale upside down', 'min: 200, max: 800', 'min: 800, max: 200', 'score:', /not above the lowest/],
  ['a period that is no period', 'retest_wait: P90D', 'retest_wait: 90 days', 'retest_wait', /ISO 8601/],
  ['a credential without an end', 'validity: P2Y', 'validity: null', 'stages:', /validity/],
  ['no way to renew', /    renewal:\n(      .*\n)+/, '    renewal: null\n', 'renewal:', /renewal/],
  ['a gap between tiers', '{from: P6M, to: null', '{from: P7M, to: null', '{from: P6M, to: null', /must begin at P6M/],
  [
    'tiers that overlap',
    '{from: P6M, to: null',
    '{from: P5M, to: null',
    '{from: P6M, to: null',
    /without gap or overlap/,
  ],
  ['a last tier that ends', 'to: null, public', 'to: P12M, public', '{from: P6M, to: null', /must never end/],
  ['a tier that ends before it begins', 'to: P6M', 'to: P0D', 'to: P6M', /not after its beginning/],
  [
    'residency at an exam that is not held',
    /    exam:\n(      .*\n)+/,
    '    exam: null\n',
    'checked_at',
    /the scheme has no exam/,
  ],
  ['an unsure path that is not there', 'exam.items', 'exam.fee', 'unsure:', /no exam\.fee/],
  ['hours carried over without a limit', 'carry_over: false', 'carry_over: true', 'ce: {total', /says max_hours/],
  ['a key given twice', 'minutes: 120', 'items: 80', 'minutes: 120', /not YAML/],
  ['a file that is not YAML', 'title: Peer', 'title: [Peer', 'title: Peer', /not YAML/],
  ['a file without schemes', text, 'schemes: []\n', 'schemes:', /schemes/],
  ['an empty file', text, '', 'schemes:', /this file/],
];

describe('a scheme file with a fault is refused with its line and a reason', () => {
  it.each(planted)('%s', (...[, found, put, place, reason]) => {
    const changed = text.replace(found, put);
    expect(changed).not.toBe(text);
    const { faults } = check(changed);
    expect(faults.map((fault) => fault.reason).join('\n')).toMatch(reason);
    const relevant = faults.find((fault) => reason.test(fault.reason))!;
    expect(Math.abs(relevant.line - lineOf(place))).toBeLessThanOrEqual(2);
    expect(relevant.file).toBe('icrc-pr.yaml');
  });

  it('supervision that must cover domains which nothing names', () => {
    const scheme = { ...sampleScheme(), practice: null, training: null };
    expect(contradictions(scheme)).toEqual([
      { path: ['supervision', 'must_cover_domains'], reason: expect.stringMatching(/neither practice nor training/) },
    ]);
  });

  it('tells all faults at once, each with its exact line', () => {
    const { faults } = check(
      text.replace('pass: 500', 'pass: 900').replace('S21', 'S99').replace('total_hours: 46', 'total_hours: 40'),
    );
    expect(faults.map(({ line }) => line)).toEqual([lineOf('sources:'), lineOf('total_hours: 46'), lineOf('score:')]);
  });
});

describe('publications', () => {
  const publish = (lines: string) =>
    readPublications({ file: 'publications.yaml', text: `publications:\n${lines}` }, [sampleScheme()]);
  const entry = (changes: object = {}) =>
    `  - ${JSON.stringify({ scheme: 'icrc-pr', version: '4-domain', body: 'board', effective_from: '2026-01-01', confirmed: false, ...changes })}\n`;

  it('join the scheme, the body and the day', () => {
    const { published, faults } = publish(entry());
    expect(faults).toEqual([]);
    expect(published[0]).toMatchObject({ bodySlug: 'board', confirmed: false, line: 2 });
    expect(String(published[0]!.effectiveFrom)).toBe('2026-01-01');
  });

  it.each([
    ['a scheme that no file holds', entry() + entry({ scheme: 'unknown' }), 3, /no scheme file holds unknown/],
    ['two editions on one day', entry() + entry(), 3, /two editions of icrc-pr/],
    ['a day that does not exist', entry({ effective_from: '2026-02-30' }), 2, /write the date/],
    ['a scheme that nothing publishes', '  []\n', 2, /nothing publishes icrc-pr/],
    ['a wrong key', entry({ efective: 1 }), 2, /"efective" is not a key/],
  ])('%s', (_, lines, line, reason) => {
    const { faults } = publish(lines);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.reason).toMatch(reason);
    expect(faults[0]!.line).toBe(line);
  });
});

describe('the wording', () => {
  it('has words for everything the sample speaks of', () => {
    expect(wordless(sampleScheme(), wording)).toEqual([]);
  });

  it('is refused when a message is missing or a title is', () => {
    const changed = contentText('wording.en.yaml')
      .replace(/  needed\.exam: .*\n/, '')
      .replace('training: Training', 'train: Training');
    const { faults } = readWording({ file: 'wording.en.yaml', text: changed });
    expect(faults.map(({ reason }) => reason).join()).toMatch(/needed\.exam/);
  });
});
