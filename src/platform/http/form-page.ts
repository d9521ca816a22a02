import { SetMetadata } from '@nestjs/common';

export const FORM_PAGE = 'goodstanding:form-page';

/**
 * On a POST method: when what was sent cannot be accepted, the page that `method` of the same controller makes is shown
 * again, with what was typed (`ctx.form.values`) and the problems (`ctx.form.problems`).
 */
export const FormPage = (method: string): MethodDecorator => SetMetadata(FORM_PAGE, method);
