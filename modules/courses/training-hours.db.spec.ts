import { useApp } from '../../test/support/app.js';
import { businessOf } from '../../test/support/by-person-id.js';
import { visitor } from '../../test/support/visitor.js';
import { Organizations } from '../organizations/organizations.public.js';
import { SchemeContent } from '../schemes/schemes.public.js';
import { CourseContent } from './courses.public.js';
import { CoursesModule } from './courses.module.js';
import { ReadTrainingHours } from './use-cases/read-training-hours.js';

const COURSE = 'teamwork-leadership-advocacy';

describe('the training hours of the courses, beside what certifications ask', () => {
  const test = useApp({ business: businessOf([CoursesModule]) });

  beforeAll(async () => {
    await test.run((tx) =>
      test.get(Organizations).found(tx, {
        kind: 'certifying-body',
        slug: 'north-harbor',
        name: 'North Harbor (invented)',
        address: '1 Example Street',
        timeZone: 'America/New_York',
        contactEmail: 'desk@example.org',
      }),
    );
    await test.run((tx) => test.get(SchemeContent).load(tx, 'content'));
    await test.run((tx) => test.get(CourseContent).load(tx, 'content'));
  });

  const advocacy = async () => {
    const { schemes } = await test.run((tx) => test.get(ReadTrainingHours).execute(tx));
    return schemes.find(({ version }) => version.code === 'icrc-pr')?.training.parts[0];
  };

  it('carry every part of the sample, and name the part that is missing once a course is withdrawn', async () => {
    const whole = await advocacy();
    expect(whole).toMatchObject({ domain: 'advocacy', asked: 600, missing: 0 });
    const page = async () => (await visitor(test).get('/training-hours')).text;
    expect(await page()).toContain('No gap: the courses and live sessions carry every part');

    await test.run((tx) => test.get(CourseContent).withdraw(tx, { courseCode: COURSE, reason: 'A law changed.' }));
    const rest = await advocacy();
    expect(rest?.live).toBe((whole?.live ?? 0) - 135 - 150);
    expect(rest?.missing).toBe(600 - (rest?.self ?? 0) - (rest?.live ?? 0));
    const text = await page();
    expect(text).toMatch(/Advocacy: \d h[ \d]*m?i?n? more than the courses carry\./u);
    expect(text).not.toContain('No gap: the courses');
  });
});
