import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LetterTemplate } from '../../modules/notifications/domain/letter-template.js';
import { LetterTemplates } from '../../modules/notifications/use-cases/letter-templates.js';
import { projectRoot } from '../../src/config/project-root.js';
import { readSources } from '../support/sources.js';

const FOLDER = join(projectRoot, 'content/letters');
const kinds = new LetterTemplates(FOLDER).kinds;
/** Each kind in each of its languages. */
const wordings = readdirSync(FOLDER).filter((name) => name.endsWith('.hbs'));

/** The families of letters: a text that begins so, in code that speaks of letters, is the kind of one. */
const KIND =
  /['`]((?:accommodation|account|appeal|application|authoring|bank|cohort|complaint|course-certificate|course-version|credential|evidence|invoice|practice|renewal|supervisor)(?:-[a-z]+)+)['`]/g;
/** How somebody vouches, not a letter: schemes speak of it beside the letters that people hand in. */
const VOUCHING = 'supervisor-signature';
/** The register names the letter after the change: `credential-${kind}`. */
const CHANGES = ['reprimanded', 'suspended', 'reinstated', 'revoked', 'surrendered'];

/** Words of every letter, one of each placeholder that any of them has. Each text tells what it stands for. */
const WORDS: Record<string, unknown> = {
  recipient: 'Rosalind Okonkwo',
  bodyName: 'North Harbor Board (invented)',
  bodyContact: 'desk@north-harbor.example',
  link: 'https://goodstanding.example/somewhere',
  publicLink: 'https://goodstanding.example/v/GS-2222-2222-2222-2',
  number: 'GS-2222-2222-2222-2',
  title: 'Peer Recovery (PR)',
  schemeTitle: 'Peer Recovery (PR)',
  on: '2026-11-21',
  effectiveOn: '2026-11-22',
  publicFrom: '2026-11-23',
  startsOn: '2026-11-24',
  expiresOn: '2028-11-23',
  submittedOn: '2026-11-25',
  opensOn: '2028-08-25',
  until: '2026-12-05',
  reason: 'A concern is being looked into',
  explanation: 'We heard from two people and want to hear from you.',
  note: 'Please send the second page too.',
  reasons: ['A requirement is still needed'],
  stillNeeded: ['Supervision: 3 more hours'],
  needed: ['Ethics: 2 more hours'],
  done: ['Ethics: 4 of 6 hours'],
  isOpen: true,
  stage: 'full',
  nextStage: 'full',
  decision: 'suspension',
  emergency: true,
  supervisor: 'Samira Okafor',
  trainee: 'Rosalind Okonkwo',
  hours: '12 hours',
  code: '424242',
  clauses: ['Supervision: still needed. 3 more hours. Not counted: too long ago'],
  appealBy: '2026-12-21',
  appealLink: 'https://goodstanding.example/appeals/new',
  reference: 'C-23456789',
  acknowledgeBy: '2026-11-27',
  decideBy: '2027-02-19',
  answerBy: '2026-12-22',
  confirmBy: '2026-12-06',
  allegations: ['Personal or financial boundaries were not kept'],
  outcome: 'A reprimand',
  consequence: 'Your application is open again.',
  about: 'a suspension',
  decidedOn: '2026-11-20',
  dueOn: '2027-02-20',
  centre: 'Invented Exam Centre',
  booking: 'Call 555 0100 and bring photo identification.',
  attempts: 3,
  adjustments: ['Half more time'],
  passed: true,
  here: true,
  atCentre: true,
  notPassedYet: true,
  countsFrom: '2026-12-06',
  domains: ['Advocacy: 80 percent'],
  nextOn: '2027-02-24',
  what: 'Application fee',
  amount: '$60.00',
  late: true,
  lastDay: true,
  instructor: 'Ines Example',
  organization: 'Open Door Learning (invented)',
  item: '42.3',
  question: '17',
  upheld: true,
  notUpheld: true,
  keyChanged: true,
  keysAccepted: true,
  notCounted: true,
  keyConfirmed: true,
  wordingConfirmed: true,
  shownRight: true,
  notAboutItem: true,
  raised: true,
  kept: true,
  takenBack: true,
  second: true,
};

/** What an empty place leaves behind. */
const GAP = /\{\{|undefined|null|\[object|: \.|<>|\(\)|\*\*\*\*|\S {2,}\S| [,.]/;

describe('the letters', () => {
  it('have a wording for each kind that the code sends, and none that nobody sends', () => {
    const written = readSources()
      .filter(({ text }) => /letter/i.test(text))
      .flatMap(({ text }) => [...text.matchAll(KIND)].map(([, kind = '']) => kind))
      .filter((kind) => kind !== VOUCHING);
    const sent = new Set([...written, ...CHANGES.map((change) => `credential-${change}`)]);
    expect(kinds).toEqual([...sent].toSorted());
  });

  it.each(wordings)('%s leaves no place empty', (wording) => {
    const source = readFileSync(join(FOLDER, wording), 'utf8');
    const named = [...source.matchAll(/\{\{(?:#\w+ |date )?(\w+)\}\}/g)].map(([, name = '']) => name);
    const wanted = [...new Set(named)].filter((name) => !['else', 'this'].includes(name));
    expect(wanted.filter((name) => WORDS[name] === undefined)).toEqual([]);
    const optional = [...source.matchAll(/\{\{#if (\w+)\}\}/g)].map(([, name = '']) => name);
    for (const absent of [null, ...optional]) {
      const { subject, text, html } = new LetterTemplate(source).render({
        ...WORDS,
        ...(absent && { [absent]: null }),
      });
      expect([subject, text, html].filter((part) => part.trim() === '')).toEqual([]);
      expect(`${subject}\n${text}`).not.toMatch(GAP);
    }
  });
});
