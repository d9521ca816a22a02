/** Works out the statistics of a form; payload {@link FormStatisticsDue}. */
export const FORM_STATISTICS = 'exams.form-statistics';

export interface FormStatisticsDue {
  formId: string;
  /** Only where somebody has finished it since. */
  onlyNew?: boolean;
}
