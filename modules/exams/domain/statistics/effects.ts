/** Works out the statistics of a form; payload `{ formId }`. */
export const FORM_STATISTICS = 'exams.form-statistics';
