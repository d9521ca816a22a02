import { organizationsOf, personIdOf, type Actor } from '../../../src/kernel/actor.js';
import { outageReasons, sittingWords, voidReasons } from '../domain/sitting-state.js';
import type { Room } from '../use-cases/proctor-room.js';
import type { ExamReading, FormReading } from '../use-cases/read-exam-desk.js';
import { wordsOf } from './sitting.page.js';

export function examsDeskPage(actor: Actor, exams: readonly ExamReading[]) {
  return {
    exams: exams.map(({ id, bodyId, title, schemeCode, minutesAllowed }) => ({
      title,
      schemeCode,
      minutesAllowed,
      formsHref: organizationsOf(actor, 'psychometrician', 'administrator').includes(bodyId) && `/desk/exams/${id}`,
      roomHref: organizationsOf(actor, 'registrar', 'administrator').includes(bodyId) && `/desk/exams/${id}/room`,
    })),
  };
}

export function examDeskPage(actor: Actor, { exam, forms }: { exam: ExamReading; forms: readonly FormReading[] }) {
  const { bodyId, blueprint } = exam;
  return {
    title: exam.title,
    exam,
    domains: Object.entries(blueprint.domains).map(([code, items]) => ({ name: wordsOf(code), items })),
    pretest: blueprint.pretest,
    mayDraw: organizationsOf(actor, 'psychometrician').includes(bodyId),
    forms: forms.map((form) => ({
      id: form.id,
      number: form.number,
      label: form.withdrawnAt ? 'Withdrawn' : form.approvedAt ? 'Approved' : 'Waits for a second person',
      scored: form.scoredItems,
      cut: Math.ceil(form.cutNumerator / form.cutDenominator),
      madeAt: form.madeAt,
      coverage: form.coverage.map(({ domain, ...counts }) => ({ name: wordsOf(domain), ...counts })),
      mayApprove: !form.approvedAt && !form.withdrawnAt && form.madeBy !== personIdOf(actor),
      mayWithdraw: !form.withdrawnAt,
    })),
  };
}

/** @param now in epoch milliseconds, on the server's clock */
export function roomPage({ exam, sittings }: Room, now: number) {
  const minutesLeft = (deadline: number) => Math.max(0, Math.ceil((deadline - now) / 60_000));
  return {
    title: `Who sits: ${exam.title}`,
    exam,
    open: sittings.filter(({ state }) => state === 'open').length,
    sittings: sittings.map((one) => ({
      ...one,
      label: sittingWords[one.state],
      isOpen: one.state === 'open',
      minutesLeft: minutesLeft(one.deadlineAt.epochMilliseconds),
    })),
    outages: choices(outageReasons),
    voids: choices(voidReasons),
  };
}

function choices(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
