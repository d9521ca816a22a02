import { TRAINING_TOPICS } from '../domain/course-vocabulary.js';

/** The training domains in words. */
export const TOPIC_TITLES: Readonly<Record<(typeof TRAINING_TOPICS)[number], string>> = {
  advocacy: 'Advocacy',
  mentoring_education: 'Mentoring and education',
  recovery_wellness_support: 'Recovery and wellness support',
  ethical_responsibility: 'Ethical responsibility',
};
