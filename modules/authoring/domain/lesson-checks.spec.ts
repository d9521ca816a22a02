import { checksIn, withChecks, type CheckText } from './lesson-checks.js';

const LESSON = `---
code: hope
title: Hope # of a day
checks:
  - question: What helps?
    options:
      - { text: 'Listening', correct: true, feedback: 'It does.' }
      - { text: 'Hurry', correct: false, feedback: 'It takes the choice away.' }
minutes: 9
---

## One

Text
`;

describe('the questions of a lesson in its file', () => {
  it('are read as their form holds them', () => {
    expect(checksIn(LESSON)).toEqual([
      {
        question: 'What helps?',
        options: [
          { text: 'Listening', correct: true, feedback: 'It does.' },
          { text: 'Hurry', correct: false, feedback: 'It takes the choice away.' },
        ],
      },
    ]);
  });

  it('take the place of those it had, and leave every other word as it was', () => {
    const fresh: CheckText = {
      question: 'What: now?',
      options: [{ text: 'Yes', correct: true, feedback: 'Good\nand well.' }],
    };
    const text = withChecks(LESSON, [fresh]) ?? '';
    expect(checksIn(text)).toEqual([fresh]);
    expect(text).toMatch(/title: Hope # of a day/u);
    expect(text).toContain('minutes: 9\n---\n\n## One\n\nText\n');
    expect(text).not.toContain('Hurry');
  });

  it('are none, and cannot be put in, where the front matter cannot be read', () => {
    for (const text of ['no front matter', LESSON.replace('code: hope', "code: 'hope")]) {
      expect(checksIn(text)).toEqual([]);
      expect(withChecks(text, [])).toBeNull();
    }
  });
});
