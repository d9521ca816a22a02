import { COURSE } from '../../../modules/portal/demonstration/cast.js';
import type { CallerKind } from '../../support/world.js';
import type { ObjectKind } from '../../support/world-things.js';
import { everyone, own, self, type Answer, type Row, type Sent } from './rules.js';

/** For people whose organization teaches: here administrators of a body, with their second factor. */
const teaching: Partial<Record<CallerKind, Answer>> = {
  nobody: 'sign-in',
  administrator: 'through',
  elsewhere: 'through',
};
/** For people whose organization invites: employers' roster managers too. */
const inviting: Partial<Record<CallerKind, Answer>> = { ...teaching, roster: 'through', rosterElsewhere: 'through' };

const teaches = (send?: Sent): Row => ({ expected: everyone('refused', teaching), send });
const invites = (send?: Sent): Row => ({ expected: everyone('refused', inviting), send });

/** For the instructors of the group; for everybody else, its learners too, there is no such thing. */
const taughtBy = (about: ObjectKind, send?: Sent): Row => ({
  expected: everyone('absent', { nobody: 'sign-in', administrator: 'through' }),
  about,
  send,
});

const newCohort = { courseCode: COURSE, title: 'x', places: 2, startsOn: '2028-12-01', endsOn: '2028-12-31' };
const newSession = { sessionCode: 'x', day: '2028-12-01', time: '18:00', delivery: 'in_person', place: 'Room 2' };
const newInvitation = { courseCode: COURSE, name: 'x', email: 'x@invited.example' };
const person = { personId: '00000000-0000-4000-8000-000000000000' };

/** Groups that learn together. */
export const cohorts: Record<string, Row> = {
  'GET /cohorts': self(),
  'POST /cohorts/joinings': self(),
  'GET /cohorts/:id': own('cohort'),
  'POST /cohorts/:id/places': own('cohort'),
  'POST /cohorts/:id/acceptances': own('cohort'),
  'POST /cohorts/:id/departures': own('cohort'),
  'GET /api/v1/cohorts': self(),
  'POST /api/v1/cohort-joinings': self(),
  'POST /api/v1/cohorts/:id/places': own('cohort'),
  'POST /api/v1/cohorts/:id/acceptances': own('cohort'),
  'POST /api/v1/cohorts/:id/departures': own('cohort'),
  'GET /course-invitations/:id': own('courseInvitation'),
  'POST /course-invitations/:id/acceptances': own('courseInvitation'),
  'POST /course-invitations/:id/declinations': own('courseInvitation'),
  'POST /api/v1/course-invitations/:id/acceptances': own('courseInvitation'),
  'POST /api/v1/course-invitations/:id/declinations': own('courseInvitation'),
  // Whoever is in the room without a place is told what to do; the code alone opens nothing.
  'GET /live-sessions/:id/check-in': { ...self(), about: 'liveSession' },
  'POST /live-sessions/:id/check-ins': { ...self({ code: 'AAAAAA' }), about: 'liveSession' },
  'POST /api/v1/live-sessions/:id/check-ins': { ...self({ code: 'AAAAAA' }), about: 'liveSession' },

  'GET /teaching': invites(),
  'GET /teaching/cohorts/new': invites(),
  'POST /teaching/cohorts': teaches(newCohort),
  'GET /teaching/invitations/new': invites(),
  'POST /teaching/invitations': invites(newInvitation),
  'POST /teaching/invitations/:id/withdrawals': {
    expected: everyone('refused', {
      nobody: 'sign-in',
      administrator: 'through',
      elsewhere: 'absent',
      roster: 'absent',
      rosterElsewhere: 'absent',
    }),
    about: 'courseInvitation',
  },
  'GET /teaching/cohorts/:id': taughtBy('cohort'),
  'GET /teaching/cohorts/:id/live-sessions/new': taughtBy('cohort'),
  'POST /teaching/cohorts/:id/live-sessions': taughtBy('cohort', newSession),
  'POST /teaching/cohorts/:id/letters': {
    ...taughtBy('cohort', (world) => ({ personId: world.callers.owner.personId })),
  },
  'GET /teaching/live-sessions/:id': taughtBy('liveSession'),
  'GET /teaching/live-sessions/:id/code': taughtBy('liveSession'),
  'POST /teaching/live-sessions/:id/cancellations': taughtBy('liveSession'),
  'POST /api/v1/teaching/live-sessions/:id/cancellations': taughtBy('liveSession'),
  'POST /teaching/live-sessions/:id/attendance': taughtBy('liveSession'),
  'POST /api/v1/teaching/cohorts': teaches(newCohort),
  'GET /api/v1/teaching/cohorts/:id': taughtBy('cohort'),
  'POST /api/v1/teaching/cohorts/:id/live-sessions': taughtBy('cohort', newSession),
  'POST /api/v1/teaching/cohorts/:id/letters': {
    ...taughtBy('cohort', (world) => ({ personId: world.callers.owner.personId })),
  },
  'GET /api/v1/teaching/live-sessions/:id/code': taughtBy('liveSession'),
  'POST /api/v1/teaching/live-sessions/:id/attendance': taughtBy('liveSession', {
    present: [{ ...person, minutes: 90, liveInteraction: true }],
  }),
  'POST /api/v1/teaching/invitations': invites(newInvitation),
};
