import { formatMinutes } from '../../../src/kernel/minutes.js';
import { say, sayWord } from '../../../src/platform/translation/say.js';
import { trainingMinutes } from '../domain/course-definition.js';
import { sessionMinutes } from '../domain/session-plan.js';
import type { SessionView } from '../use-cases/read-session.js';
import { lessonHtml, type CourseOfText } from './lesson-html.js';
import { TOPIC_TITLES } from './topic-titles.js';

/** A plan, and as much of its course as the page shows. */
interface ShownSession extends Pick<SessionView, 'plan'> {
  readonly course: CourseOfText & Pick<SessionView['course'], 'title' | 'language'>;
}

/** The plan of a live session. */
export function sessionPage({ course, plan }: ShownSession) {
  const href = `/courses/${course.code}`;
  return {
    title: plan.title,
    trail: [{ text: say`Courses`, href: '/courses' }, { text: course.title, href }, { text: plan.title }],
    language: course.language,
    aims: plan.aims,
    rows: [
      { key: say`Length`, value: formatMinutes(sessionMinutes(plan)) },
      { key: say`Group`, value: say`${plan.group.from} to ${plan.group.to} people` },
      { key: say`Materials`, value: plan.materials.join(' · ') },
      {
        key: say`Counts as`,
        value: plan.training.topics
          .map(({ topic, minutes }) => `${sayWord(TOPIC_TITLES[topic])}: ${formatMinutes(minutes)}`)
          .join(' · '),
      },
    ],
    parts: {
      caption: say`What happens`,
      columns: [{ label: say`Part` }, { label: say`Time`, numeric: true }],
      rows: plan.parts.map(({ what, minutes }) => ({ cells: [{ text: what }, { text: formatMinutes(minutes) }] })),
      foot: [{ text: say`Together` }, { text: formatMinutes(sessionMinutes(plan)) }],
    },
    note: say`Being there for the whole session counts as ${formatMinutes(trainingMinutes(plan))} of training.`,
    html: lessonHtml(plan.body, course),
  };
}
