import type { DraftTexts } from './draft-files.js';

/** The beginnings of a course that is new: its author replaces the words in capitals. */
export function newCourseTexts({ code, title, author }: { code: string; title: string; author: string }): DraftTexts {
  const quoted = (text: string) => JSON.stringify(text);
  return new Map([
    [
      'course.yaml',
      `code: ${code}
title: ${quoted(title)}
summary: WHAT A PERSON CAN DO AFTER THIS COURSE
language: en
version: "1"
authors:
  - ${quoted(author)}
review: draft
support_note: If something here touches you, you can stop at any time. Support is one tap away on every page.
objectives:
  - text: WHAT A PERSON CAN DO
    competencies: [core-1.1]
training:
  topics:
    - topic: mentoring_education
      minutes: 1
minutes:
  - kind: exercise
    minutes: 1
    what: Reflection
lessons:
  - 01-first.md
quiz: quiz.yaml
references: []
`,
    ],
    ['lessons/01-first.md', newLessonText('first')],
    [
      'quiz.yaml',
      `code: ${code}-quiz
title: ${quoted(`Quiz: ${title}`)}
minutes_allowed: 10
pass_percent: 70
questions_per_attempt: 1
retake:
  wait: PT4H
  max_attempts: null
items:
  - code: ${code}-1
    competency: core-1.1
    exam_domain: mentoring_education
    kind: single
    stem: THE QUESTION
    options:
      - key: a
        text: THE ANSWER
        correct: true
        rationale: WHY IT IS GOOD PRACTICE
      - key: b
        text: ANOTHER ANSWER
        correct: false
        rationale: WHY IT IS NOT
    author: ${quoted(author)}
    review: draft
`,
    ],
  ]);
}

/** The beginnings of a lesson. */
export function newLessonText(code: string): string {
  const check = `  - question: A QUESTION
    options:
      - text: ONE ANSWER
        correct: true
        feedback: WHAT IT MEANS
      - text: ANOTHER ANSWER
        correct: false
        feedback: WHAT IT MEANS
`;
  return `---
code: ${code}
title: THE TITLE
competencies: [core-1.1]
minutes: 1
reflection:
  prompt: WHAT TO THINK ABOUT
  minutes: 1
checks:
${check}${check}---

Text in Markdown.

## Scenario: A NAME

What happens.

## Worked example: A NAME

What somebody does.
`;
}

/** The beginnings of the plan of a live session. */
export function newSessionText(code: string): string {
  return `---
code: ${code}
title: THE TITLE
competencies: [core-1.1]
aims: [ONE AIM, ANOTHER AIM, A THIRD AIM]
group:
  from: 4
  to: 16
materials: []
parts:
  - what: Arriving
    minutes: 10
training:
  topics:
    - topic: mentoring_education
      minutes: 10
---

## Before the session

What to prepare.

## Arriving

What happens.

## Attendance

How it is taken.

## If it gets hard

What to do.

## Handout: A NAME

What people take with them.
`;
}
