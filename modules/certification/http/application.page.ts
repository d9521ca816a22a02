import { validate as isId } from 'uuid';
import { pageLanguage } from '../../../src/platform/translation/page-language.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { agreementToSign } from '../../evidence/signed-texts.public.js';
import { eligibilityView, topicIn, type SchemeVersion } from '../../schemes/schemes.public.js';
import { endorsementCodes, waysInto, type Way } from '../domain/application-scope.js';
import { stateAfter } from '../domain/application-state.js';
import { backgroundCodes } from '../domain/background-result.js';
import { everythingThere, happeningWords, nextSteps, stepWords } from '../domain/next-step.js';
import { lettersOf } from '../domain/reference-letters.js';
import { limitRows, waiverRows } from './case-work.page.js';
import { aboutText, clauseTitles, historyRows } from './history.page.js';
import { invoiceRows } from './invoices.page.js';
import { APPLICATION_STATEMENT } from '../use-cases/submit-application.js';
import type { Offer } from '../use-cases/read-offers.js';
import type { ApplicationDetail, ApplicationOverview, ExamResult } from '../use-cases/read-applications.js';

/** One application, for the person whose it is. @param rules those that it is held against */
export function applicationPage(application: ApplicationDetail, rules: SchemeVersion) {
  const { id, state, scheme, body, steps, examResults, eligibility, closesOn, closed } = application;
  const next = state === 'admitted' && eligibility?.met ? everythingThere : nextSteps[state];
  const exam = state === 'admitted' ? { href: `/applications/${id}/exam`, action: say`See how to sit the exam` } : null;
  const titles = clauseTitles(application);
  const statement = agreementToSign(APPLICATION_STATEMENT);
  return {
    id,
    state,
    closed,
    title: sayWord(scheme.title),
    scope: scopeWords(application.scope),
    rulesSince: rules.effectiveFrom.toString(),
    body,
    next: { ...next, title: sayWord(next.title), text: sayWord(next.text) },
    limits: limitRows(application),
    openThrough: next.turn === 'ours' || closed ? undefined : closesOn?.toString(),
    invoices: invoiceRows(application.invoices, '/invoices'),
    waivers: waiverRows(application),
    lastNote: steps.findLast(({ note }) => note !== null)?.note,
    decisionReasons: state === 'denied' ? (steps.findLast(({ move }) => move === 'deny')?.reasons ?? []) : [],
    appeal: application.appeal && { by: application.appeal.until.toString(), isOver: application.appeal.isOver },
    maySend: stateAfter(state, 'submit') !== null,
    sendsAgain: state === 'returned',
    mayWithdraw: stateAfter(state, 'withdraw') !== null,
    isGranted: state === 'granted',
    eligibility:
      eligibility && eligibilityView(eligibility, closed ? undefined : { rules, exam, from: `/applications/${id}` }),
    asks: {
      references: lettersOf(rules.definition).length > 0,
      background:
        backgroundCodes(rules.definition).length > 0 ||
        application.happenings.some(({ kind }) => kind === 'background_asked'),
    },
    examResults: examResults.map(examResultRow),
    history: historyRows(
      [
        ...steps.map(({ move, at, note }) => ({ title: sayWord(stepWords[move]), at, text: note })),
        ...application.happenings.map((one) => {
          return { title: sayWord(happeningWords[one.kind]), at: one.at, text: aboutText(one, titles) };
        }),
      ],
      body.timeZone,
    ),
    statement,
    declaration: [{ value: 'yes', label: statement.line }],
  };
}

/** All applications of a person. */
export function applicationsPage(applications: readonly ApplicationOverview[], offers: readonly Offer[]) {
  const keyOf = ({ bodyId, code }: { bodyId: string; code: string }) => `${bodyId} ${code}`;
  const keysOf = (some: readonly ApplicationOverview[]) =>
    new Set(some.map(({ scheme, body }) => keyOf({ bodyId: body.id, code: scheme.code })));
  const open = keysOf(applications.filter(({ closed }) => !closed));
  const grantedStages = ({ code, bodyId }: Offer) =>
    applications
      .filter(({ state, scheme, body }) => state === 'granted' && scheme.code === code && body.id === bodyId)
      .map(({ scope }) => scope.stage);
  const cards = offers
    .filter((offer) => !open.has(keyOf(offer)))
    .map((offer) => {
      const { code, title, bodyId, bodyName, definition } = offer;
      const onward = waysInto(definition, grantedStages(offer));
      const ways = onward.length > 0 ? onward : waysInto(definition);
      const endorsements = endorsementCodes(definition);
      const card = {
        code,
        title: sayWord(title),
        bodyId,
        bodyName,
        endorsements: endorsements.length > 1 ? endorsements.map(choice) : [],
      };
      return { ...card, isOnward: onward.length > 0, ways: ways.map((way) => wayRow(way, ways)) };
    });
  return {
    applications: applications.map(({ id, scheme, body, state }) => {
      return {
        href: `/applications/${id}`,
        title: sayWord(scheme.title),
        bodyName: body.name,
        state,
        next: sayWord(nextSteps[state].title),
      };
    }),
    offers: cards.filter(({ isOnward }) => isOnward),
    again: cards.filter(({ isOnward }) => !isOnward),
  };
}

/** One button; it names what it starts only where there is more than one. */
function wayRow({ stage, route }: Way, ways: readonly Way[]) {
  const stages = new Set(ways.map((way) => way.stage));
  const name = route === 'reciprocity' ? say`Certified elsewhere` : stageWords(stage);
  return { stage, route, text: ways.length > 1 || stages.size > 1 ? say`Start: ${name}` : say`Start an application` };
}

function choice(code: string) {
  return { value: code, label: wordsOf(code) };
}

export function examResultRow({ satOn, score, passed, domains, centre, reference }: ExamResult) {
  return {
    satOn: satOn.toString(),
    score,
    state: passed ? 'passed' : 'not_passed_yet',
    centre,
    // An exam sat on this site has no report of a center: its reference is the id of the sitting.
    reference: isId(reference) ? null : reference,
    domains: Object.entries(domains).map(([code, percent]) => ({ name: topicIn(pageLanguage(), code), percent })),
  };
}

function wordsOf(code: string): string {
  return capitalized(sayWord(code.replaceAll('_', ' ')));
}

/** "Full certification": which of the two words comes first is the language's own. */
function stageWords(stage: string): string {
  return capitalized(say`${sayWord(stage.replaceAll('_', ' '))} certification`);
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What is asked for besides the certification itself; undefined where nothing is. */
function scopeWords({ stage, route, endorsements }: ApplicationOverview['scope']): string | undefined {
  const parts = [
    ...(stage === null ? [] : [stageWords(stage)]),
    ...(route === 'reciprocity' ? [say`Certified elsewhere`] : []),
    ...endorsements.map(wordsOf),
  ];
  return parts.join(' · ') || undefined;
}
