import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { DomainError } from '../../kernel/domain-error.js';
import { toProblem } from './problem.js';
import type { HttpRequest, RequestContext } from './request-context.js';
import type { ViewResponse } from './responses.js';

const FORM_PAGE = 'goodstanding:form-page';

/** The page that shows the form of a request again. */
export interface FormPageOf {
  readonly controller: Type;
  readonly method: string;
}

/** Notes on a request which page shows its form: a filter, unlike a guard, is not told which controller was asked. */
@Injectable()
class FormPageNote implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): true {
    const method = this.reflector.get<string>(FORM_PAGE, execution.getHandler());
    execution.switchToHttp().getRequest<HttpRequest>().formPage = { controller: execution.getClass(), method };
    return true;
  }
}

/**
 * On a POST method: when what was sent cannot be accepted, the page that `method` of the same controller makes is shown
 * again, with what was typed (`ctx.form.values`) and the problems (`ctx.form.problems`).
 */
export const FormPage = (method: string): MethodDecorator =>
  applyDecorators(SetMetadata(FORM_PAGE, method), UseGuards(FormPageNote));

/** Problems that a person can mend on the form itself. */
const MENDABLE = new Set(['invalid', 'conflict', 'too_many']);

/** Shows a form again that could not be accepted, with what was typed and what to mend. */
@Injectable()
export class FormPages {
  constructor(private readonly modules: ModuleRef) {}

  /**
   * @returns the page with its form, and its HTTP status; null where no form can mend the error
   * @throws whatever the page throws
   */
  async again(request: HttpRequest, error: unknown): Promise<{ page: ViewResponse; status: number } | null> {
    const { context, formPage } = request;
    if (!context || !formPage || !(error instanceof DomainError) || !MENDABLE.has(error.kind)) return null;
    const values = (request.body ?? {}) as Record<string, unknown>;
    const problems = error.fields.length > 0 ? error.fields : [{ message: error.message, next: error.next }];
    context.form = { values, problems, action: context.path };
    return { page: await this.pageOf(formPage, context), status: toProblem(error).status };
  }

  private async pageOf({ controller, method }: FormPageOf, context: RequestContext): Promise<ViewResponse> {
    const instance = this.modules.get<Record<string, (ctx: RequestContext) => Promise<ViewResponse> | ViewResponse>>(
      controller,
      { strict: false },
    );
    const show = instance[method];
    if (!show) throw new Error(`${controller.name} has no method ${method} to show the form again`);
    return show.call(instance, context);
  }
}
