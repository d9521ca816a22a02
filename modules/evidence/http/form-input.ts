import { Temporal } from 'temporal-polyfill';
import { isPlainDate, withFieldsNamed } from '../../../src/platform/http/validation.js';
import { DELIVERIES } from '../domain/approved-course.js';
import type { TopicMinutes } from '../domain/fact.js';
import { topicField, type TrainingDetails } from '../domain/submission.js';
import type { Upload } from '../use-cases/keep-proof.js';

type Fields = Readonly<Record<string, unknown>>;

/** A training as a form sends it: texts, dates as text, and hours and minutes for each topic. */
export function trainingFromForm(fields: Fields, topics: readonly string[]): TrainingDetails {
  return {
    provider: textOf(fields.provider),
    title: textOf(fields.title),
    startedOn: dateOf(fields.startedOn),
    finishedOn: dateOf(fields.finishedOn),
    topics: topicsFromForm(fields, topics),
    approvedCourseId: textOf(fields.approvedCourseId) || null,
    ...deliveryFrom(textOf(fields.delivery)),
    assessmentPassed: yesOrNo(fields.assessmentPassed),
  };
}

/** Hours and minutes for each topic that has any. */
export function topicsFromForm(fields: Fields, topics: readonly string[]): TopicMinutes[] {
  return topics
    .map((topic) => ({ topic, minutes: minutesFrom(fields, topicField(topic)) }))
    .filter(({ minutes }) => minutes !== 0);
}

/** Runs `work`, and tells what is wrong with the time as a whole beside its first field. */
export async function besideTopics<T>(topics: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withFieldsNamed(error, { topics: topicField(topics[0] ?? '') });
  }
}

/** What is done at one's own pace is not live; in one room or on one line it is. Nothing told is nothing known. */
export function deliveryFrom(text: string | undefined) {
  const delivery = DELIVERIES.find((one) => one === text) ?? null;
  return { delivery, live: delivery && delivery !== 'self_paced' };
}

export function yesOrNo(value: unknown): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null;
}

/** Empty is none; what is no whole number stays NaN, so that it is asked again instead of becoming nothing. */
function minutesFrom(fields: Fields, name: string): number {
  const [hours, minutes] = [`${name}Hours`, `${name}Minutes`].map((field) => {
    const text = textOf(fields[field]).trim();
    return /^\d{0,4}$/.test(text) ? Number(text) : NaN;
  });
  return (hours ?? NaN) * 60 + (minutes ?? NaN);
}

export function dateOf(value: unknown): Temporal.PlainDate | null {
  return isPlainDate(value) ? Temporal.PlainDate.from(value as string) : null;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A file of a form, or of JSON as base64; undefined where none was chosen. */
export function uploadOf(value: unknown): Upload | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { fileName, bytes, contentBase64 } = value as { fileName?: unknown; bytes?: unknown; contentBase64?: unknown };
  if (typeof fileName !== 'string' || fileName === '') return undefined;
  if (Buffer.isBuffer(bytes)) return { fileName, bytes };
  return typeof contentBase64 === 'string' ? { fileName, bytes: Buffer.from(contentBase64, 'base64') } : undefined;
}
