/** A whole plan of a live session, small enough to read: 90 minutes, 80 of them training. */
export const EXAMPLE_SESSION = `---
code: listening-together
title: Listening together
competencies: [core-1.2, core-9.1]
aims:
  - Listen for five minutes without giving advice.
  - Ask one open question and wait for the answer.
  - Tell a partner what helped you to talk.
group: { from: 4, to: 16 }
materials: [A quiet room, One handout for each person]
parts:
  - { what: Opening and agreements, minutes: 20 }
  - { what: "Pairs: five minutes each", minutes: 50 }
  - { what: Closing round, minutes: 20 }
training:
  topics:
    - { topic: mentoring_education, minutes: 60 }
    - { topic: ethical_responsibility, minutes: 20 }
---

## Before the session

Set out the chairs in a circle. Put one handout on each chair.

## Opening and agreements

Say who you are. Ask each person for a name and one hope for today.

## Pairs: five minutes each

One person talks. One person listens. Then they change.

## Closing round

Ask each person what they will take with them.

## Handout: Three open questions

1. What is this like for you?
2. What has helped before?
3. What would a good week look like?

## Attendance

Write down who came and when they left. Write down nothing that was said.

## If it gets hard

Anyone may leave the room at any time. One of you goes with them if they like.
`;
