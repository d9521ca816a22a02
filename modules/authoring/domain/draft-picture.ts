/** What kind of picture a draft can hold: those that courses show. */
export type { PictureType } from '../../courses/authoring.public.js';
