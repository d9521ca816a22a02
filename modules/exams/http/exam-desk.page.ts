import { organizationsOf, personIdOf, type Actor, type Role } from '../../../src/kernel/actor.js';
import { DIFFICULTIES } from '../domain/blueprint.js';
import { PROCTORS, SEATINGS } from '../domain/rooms.js';
import { RETAKE_FORMS } from '../domain/retakes.js';
import { differencesFrom, differenceWords } from '../domain/rules-fit.js';
import type { ExamAtDesk, ExamReading, FormReading } from '../use-cases/read-exam-desk.js';
import { rulesOf } from './exam-setup.page.js';
import { wordsOf } from './sitting.page.js';

/** What comes after sittings, for whom. */
const AFTERWARDS: { roles: Role[]; href: string; text: string }[] = [
  { roles: ['psychometrician'], href: '/desk/exams/statistics', text: 'Statistics of exam forms' },
  { roles: ['psychometrician'], href: '/desk/exams/remarks', text: 'Challenges and comments of candidates' },
  { roles: ['psychometrician', 'administrator'], href: '/desk/exams/rescorings', text: 'Rescoring' },
];

export function examsDeskPage(actor: Actor, exams: readonly ExamReading[]) {
  return {
    maySetUp: organizationsOf(actor, 'psychometrician').length > 0,
    afterwards: AFTERWARDS.filter(({ roles }) => organizationsOf(actor, ...roles).length > 0),
    exams: exams.map(({ id, bodyId, title, schemeTitle, minutesAllowed, createdAt, zone }) => ({
      title,
      schemeTitle,
      minutesAllowed,
      createdAt,
      zone,
      formsHref: organizationsOf(actor, 'psychometrician', 'administrator').includes(bodyId) && `/desk/exams/${id}`,
      roomHref: organizationsOf(actor, ...PROCTORS).includes(bodyId) && `/desk/exams/${id}/room`,
    })),
  };
}

export function examDeskPage(actor: Actor, { exam, forms, study, domains, rules, retakes }: ExamAtDesk) {
  const titleOf = (code: string) => domains[code] ?? wordsOf(code);
  const { bodyId, blueprint } = exam;
  return {
    title: exam.title,
    exam,
    zone: exam.zone,
    schemeTitle: exam.schemeTitle,
    facts: [
      { key: 'Time', value: `${exam.minutesAllowed} minutes, and what is granted to a person on top` },
      { key: 'Score', value: `${exam.scaleMin} to ${exam.scaleMax}; ${exam.scalePass} is a pass` },
      { key: 'Cut score', value: `By the study “${study}”` },
      { key: 'Challenges', value: `${exam.challengeDays} days after a sitting` },
      { key: 'Given back by rule', value: outageWords(exam.outageMinutes) },
      { key: 'Where it is sat', value: SEATINGS[exam.seating] },
      { key: 'Whoever has seen every form', value: RETAKE_FORMS[exam.retakeForm] },
      {
        key: 'Scored items',
        value: Object.entries(blueprint.domains).map(([code, items]) => `${titleOf(code)}: ${items}`),
      },
      { key: 'Of each difficulty', value: bandWords(blueprint.difficulty) },
      { key: 'Tried out, not scored', value: String(blueprint.pretest) },
    ],
    rules: rules && rulesOf(rules.rules).filter(({ key }) => key !== 'Score'),
    texts: [
      { heading: 'Statement of identity', words: exam.identityText, version: exam.identityTextId.slice(0, 12) },
      {
        heading: 'Agreement to keep the questions secret',
        words: exam.nondisclosureText,
        version: exam.nondisclosureTextId.slice(0, 12),
      },
    ],
    roomHref: organizationsOf(actor, ...PROCTORS).includes(bodyId) && `/desk/exams/${exam.id}/room`,
    differs: rules ? differencesFrom(rules.rules, exam).map(differenceWords) : [],
    retakes: retakeWords(exam.retakeForm, retakes),
    mayDraw: organizationsOf(actor, 'psychometrician').includes(bodyId),
    given: forms.filter(({ approvedAt, withdrawnAt }) => approvedAt && !withdrawnAt).length,
    forms: forms.map((form) => formView(actor, form, titleOf)),
  };
}

function formView(actor: Actor, form: FormReading, titleOf: (code: string) => string) {
  const isSettled = form.approvedAt !== null || form.withdrawnAt !== null;
  const isMaker = form.madeBy === personIdOf(actor);
  return {
    id: form.id,
    number: form.number,
    label: form.withdrawnAt ? 'Withdrawn' : form.approvedAt ? 'Approved' : 'Waits for a second person',
    scored: form.scoredItems,
    cut: Math.ceil(form.cutNumerator / form.cutDenominator),
    madeAt: form.madeAt,
    approvedAt: form.approvedAt,
    withdrawnAt: form.withdrawnAt,
    coverage: {
      columns: [{ label: 'Domain' }, { label: 'Scored', numeric: true }, { label: 'Tried out', numeric: true }],
      rows: form.coverage.map(({ domain, scored, pretest }) => ({
        cells: [{ text: titleOf(domain) }, { text: String(scored) }, { text: String(pretest) }],
      })),
    },
    overlaps: overlapWords(form),
    mayApprove: !isSettled && !isMaker,
    waitsForOther: !isSettled && isMaker,
    mayWithdraw: form.withdrawnAt === null,
  };
}

/** "18 of 60 items are also in form 1": whoever sits again may know them. */
function overlapWords({ coverage, overlaps }: FormReading): string[] {
  const total = coverage.reduce((sum, { scored, pretest }) => sum + scored + pretest, 0);
  return overlaps.map(({ number, exam, items }) => {
    const where = exam === null ? `form ${number}` : `form ${number} of “${exam}”`;
    return `${items} of ${total} items ${items === 1 ? 'is' : 'are'} also in ${where}`;
  });
}

function bandWords(bands: ExamReading['blueprint']['difficulty']): string | string[] {
  const words = DIFFICULTIES.flatMap((difficulty) => {
    const band = bands?.[difficulty];
    return band ? [`${wordsOf(difficulty)}: ${band.min} to ${band.max}`] : [];
  });
  return words.length > 0 ? words : 'As it comes';
}

/** What whoever draws forms has to know of people who sit it again; empty where there is nothing. */
function retakeWords(rule: ExamReading['retakeForm'], { outOfForms, repeated }: ExamAtDesk['retakes']): string[] {
  const people =
    outOfForms === 1 ? '1 person who has not passed yet has' : `${outOfForms} people who have not passed yet have`;
  const then =
    rule === 'another'
      ? 'They can sit it again once another form is approved.'
      : 'They may be asked the same questions again.';
  return [
    ...(outOfForms > 0 ? [`${people} seen every form that is given. ${then}`] : []),
    ...(repeated > 0
      ? [`${repeated === 1 ? '1 sitting' : `${repeated} sittings`} asked somebody a form that they had seen.`]
      : []),
  ];
}

function outageWords(minutes: number): string {
  return minutes === 0
    ? 'Nothing: a person decides about each interruption'
    : `Up to ${minutes === 1 ? '1 minute' : `${minutes} minutes`} of interruptions in a sitting, minute for minute`;
}
