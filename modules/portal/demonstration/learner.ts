import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/config/project-root.js';
import type { ApiClient } from './api-client.js';

interface QuizFile {
  items: { code: string; kind: string; options: { key: string; correct?: boolean; position?: number }[] }[];
}

interface Enrolment {
  lessons: { id: string; code: string; done: boolean }[];
  quizCode: string;
}

interface Attempt {
  id: string;
  state: 'open' | 'closed' | 'time_is_up';
  questions: { itemCode: string }[];
  percent?: number;
  passed?: boolean;
}

/** Enrols, reads every lesson and does its reflection. @returns the code of the course's quiz and how many lessons there were */
export async function readCourse(
  person: ApiClient,
  courseCode: string,
): Promise<{ quizCode: string; lessons: number }> {
  const { lessons, quizCode } = await person.post<Enrolment>('/api/v1/enrolments', { courseCode });
  for (const { id } of lessons) {
    const { checks } = await person.get<{ checks: unknown[] }>(`/api/v1/lessons/${id}`);
    if (checks.length > 0) await person.post(`/api/v1/lessons/${id}/checks`, { answers: checks.map(() => 0) });
    await person.post(`/api/v1/lessons/${id}/completions`, { reflectionDone: true });
  }
  return { quizCode, lessons: lessons.length };
}

/** Sits a course's quiz with the answers of its file. `knows` is the share of questions answered rightly, 0 to 1. */
export async function sitQuiz(person: ApiClient, courseCode: string, quizCode: string, knows = 1): Promise<Attempt> {
  const { id, questions } = await person.post<Attempt>('/api/v1/attempts', { quizCode });
  const answers = answersOf(courseCode);
  for (const [index, { itemCode }] of questions.entries()) {
    if (index >= questions.length * knows) break;
    await person.put(`/api/v1/attempts/${id}/answers/${itemCode}`, { revision: 1, ...answers.get(itemCode) });
  }
  return person.post<Attempt>(`/api/v1/attempts/${id}/submissions`);
}

function answersOf(courseCode: string): Map<string, object> {
  const file = join(projectRoot, 'content/courses', courseCode, 'quiz.yaml');
  const { items } = parse(readFileSync(file, 'utf8')) as QuizFile;
  return new Map(
    items.map(({ code, kind, options }) => [code, kind === 'ordering' ? inOrder(options) : chosen(options)]),
  );
}

function chosen(options: QuizFile['items'][number]['options']) {
  return { chosen: options.filter(({ correct }) => correct).map(({ key }) => key) };
}

function inOrder(options: QuizFile['items'][number]['options']) {
  return { places: Object.fromEntries(options.map(({ key, position }) => [key, position])) };
}
