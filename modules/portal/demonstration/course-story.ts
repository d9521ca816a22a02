import type { Stage } from './stage.js';
import type { StaffDesk } from './staff-desk.js';
import { COURSE as FIRST_COURSE } from './cast.js';
import type { Way } from './way.js';

/** A course that builds on another, and where staying well is at home. */
const COURSE = 'growing-and-staying-well';

/** What a training provider changes in it: whom it is for, and how its minutes count. */
const RULES = `
prerequisites: [${FIRST_COURSE}]
counting: { rule: measured, without_script: completion }
`;

const PICTURE = { name: 'stepping-stones', alt: 'Three stepping stones lead across a stream, toward a low sun' };
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240" width="640" height="240">
<rect width="640" height="240" fill="#fbf6ef"/>
<circle cx="540" cy="70" r="38" fill="#f2b84b"/>
<path d="M0 132c90-22 170 14 270 0s190-26 370 2v106H0z" fill="#cfe5df"/>
<path d="M30 176c60-10 110 10 170 0M250 206c70-10 120 10 190 0M420 168c60-8 110 8 170 0" fill="none" stroke="#3f8a7c" stroke-width="3" stroke-linecap="round"/>
<ellipse cx="150" cy="208" rx="70" ry="18" fill="#5b6b66"/>
<ellipse cx="305" cy="178" rx="54" ry="14" fill="#74857f"/>
<ellipse cx="430" cy="152" rx="40" ry="10" fill="#8d9d97"/>
</svg>
`;

interface CourseFile {
  text: string;
  revision: number;
}

/** A training provider makes a course its own, and somebody learns in it. */
export class CourseStory {
  constructor(
    private readonly stage: Stage,
    private readonly desk: StaffDesk,
  ) {}

  /** An author draws a picture for the first lesson and sets the rules; a second person reviews and publishes. */
  async publish(): Promise<void> {
    const author = await this.desk.as('content-author');
    const { id } = await author.post<{ id: string }>('/api/v1/course-drafts', { code: COURSE });
    const draft = `/api/v1/course-drafts/${id}`;
    const contentBase64 = Buffer.from(DRAWING).toString('base64');
    const { name } = await author.post<{ name: string }>(`${draft}/pictures`, {
      ...PICTURE,
      picture: { contentBase64 },
    });
    const change = async (path: string, changed: (text: string) => string): Promise<void> => {
      const address = `${draft}/files?path=${encodeURIComponent(path)}`;
      const { text, revision } = await author.get<CourseFile>(address);
      await author.put(address, { text: changed(text), revision });
    };
    const course = await author.get<CourseFile>(`${draft}/files?path=course.yaml`);
    const lesson = /^ {2}- (\S+\.md)$/m.exec(course.text)?.[1] ?? '';
    await change('course.yaml', (text) => `${text.trimEnd()}\n${RULES}`);
    // Before its second heading, where the first thought ends.
    await change(`lessons/${lesson}`, (text) => {
      const at = text.indexOf('\n## ', text.indexOf('\n## ') + 1);
      return `${text.slice(0, at)}\n![${PICTURE.alt}](images/${name})\n${text.slice(at)}`;
    });
    await author.post(`${draft}/hand-ins`);
    const reviewer = await this.desk.as('content-reviewer');
    await reviewer.post(`${draft}/reviews`);
    await reviewer.post(`${draft}/publications`);
    await this.stage.settle();
  }

  /** Somebody who has finished the first course asks for its certificate, and begins this one: its minutes are measured at work. */
  async learn({ person }: Way): Promise<void> {
    await person.post(`/api/v1/courses/${FIRST_COURSE}/certificate`);
    const { lessons } = await person.post<{ lessons: { id: string }[] }>('/api/v1/enrolments', { courseCode: COURSE });
    for (let sign = 0; sign < 3; sign += 1) {
      await person.post(`/api/v1/lessons/${lessons[0]?.id}/signs-of-work`, { seconds: 30 });
      await this.stage.pass({ seconds: 30 });
    }
  }
}
