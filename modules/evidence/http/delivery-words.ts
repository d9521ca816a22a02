import { sayWord } from '../../../src/platform/translation/say.js';
import { DELIVERIES, type CourseState, type Delivery } from '../domain/approved-course.js';

export const DELIVERY_WORDS: Record<Delivery, string> = {
  in_person: 'In one room',
  live_online: 'Online, together with others',
  self_paced: 'At one’s own pace',
};

/** The ways of giving a course, to choose from, in the words of the page. */
export const deliveryChoices = () => DELIVERIES.map((value) => ({ value, label: sayWord(DELIVERY_WORDS[value]) }));

export const COURSE_STATE_WORDS: Record<CourseState, string> = {
  approved: 'Approved',
  withdrawn: 'Approval withdrawn',
  not_yet: 'Approved from a later day on',
  ended: 'Approval ended',
};
