import type { WaitsFor } from '../domain/draft-states.js';
import type { AuthoringDesk } from '../use-cases/read-drafts.js';

/** Drafts and courses of whoever writes or reviews. */
export function deskPage({ drafts, courses, organizations }: AuthoringDesk) {
  const open = new Map(
    drafts.filter(({ state }) => !['published', 'discarded'].includes(state)).map((draft) => [draft.courseCode, draft]),
  );
  return {
    drafts: drafts.map(({ id, title, state, begunBy, organization, timeZone, createdAt, waitsFor }) => ({
      href: `/authoring/drafts/${id}`,
      title,
      ...stateWords(state),
      waits: waitsFor && WAITS[waitsFor],
      begun: `Begun by ${begunBy}, ${organization}`,
      at: createdAt.toString(),
      timeZone,
    })),
    mayWrite: organizations.length > 0,
    columns: [{ label: 'Course' }, { label: 'Version in force' }, { label: 'Led by' }, { label: 'Next version' }],
    courses: courses.map(({ courseCode, definition, origin }) => {
      const draft = open.get(courseCode);
      return {
        cells: [
          { text: definition.title, href: `/authoring/courses/${courseCode}/differences` },
          { text: definition.version },
          { text: origin === 'author' ? 'Authors here' : 'Content files' },
          draft
            ? { text: stateWords(draft.state).label, href: `/authoring/drafts/${draft.id}` }
            : organizations.length > 0
              ? { text: 'Begin', href: `/authoring/drafts/new?course=${courseCode}` }
              : { text: '–' },
        ],
      };
    }),
  };
}

/** The form for a draft: of a course that is there, or of a new one. */
export function newDraftPage({ courses, organizations }: AuthoringDesk, courseCode: string | undefined) {
  const course = courses.find((one) => one.courseCode === courseCode);
  return {
    course: course && { code: course.courseCode, title: course.definition.title, version: course.definition.version },
    organizations: organizations.map(({ id, name }) => ({ value: id, label: name })),
    hasSeveral: organizations.length > 1,
  };
}

const WAITS: Readonly<Record<WaitsFor, string>> = {
  review: 'Waits for your review',
  publication: 'You can publish it',
  answer: 'Somebody wrote to you about it',
};

const STATES: Record<string, string> = {
  draft: 'Being written',
  in_review: 'In review',
  reviewed: 'Reviewed, ready to publish',
  published: 'Published',
  discarded: 'Discarded',
};
const SHAPES: Record<string, string> = {
  in_review: 'under_review',
  reviewed: 'admitted',
  published: 'accepted',
  discarded: 'withdrawn',
};

/** A state with the shape and colour that states like it have elsewhere. */
export function stateWords(state: string): { state: string; label: string } {
  return { state: SHAPES[state] ?? state, label: STATES[state] ?? state };
}
