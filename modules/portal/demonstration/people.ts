import type { Trainee } from './way.js';

/** The invented people of the seed. What each is there to show stands in stories.ts. */
export const TEO: Trainee = { legalName: 'Teo Marchetti', email: 'teo@people.example' };
export const JONAS: Trainee = { legalName: 'Jonas Whitfield', email: 'jonas@people.example' };
export const MINH: Trainee = { legalName: 'Trần Văn Minh', nameLanguage: 'vi', email: 'minh@people.example' };
export const AMARA: Trainee = { legalName: 'Amara Nwosu', chosenName: 'Mara', email: 'amara@people.example' };
export const LENA: Trainee = { legalName: 'Lena Fischer-Åberg', email: 'lena@people.example' };
export const RAVI: Trainee = { legalName: 'Ravi Sandoval', email: 'ravi@people.example' };
export const IFE: Trainee = { legalName: 'Ife Lindgren', email: 'ife@people.example' };
export const NOOR: Trainee = { legalName: 'Noor Haddad', email: 'noor@people.example' };
