/** Takes an offered place back when nobody answered in time. */
export const LAPSE_OFFER = 'cohorts.lapse-offer';
