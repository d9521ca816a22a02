import type { Readable } from 'node:stream';

/** A page: the view's name (`<module>/<path>`), its model, and the HTTP status. */
export class ViewResponse {
  constructor(
    readonly name: string,
    readonly model: object,
    readonly options: { title?: string; status?: number; headers?: Record<string, string>; notice?: string } = {},
  ) {}
}

/** Answers a form: go and look at the result (303). */
export class RedirectResponse {
  constructor(
    readonly to: string,
    readonly options: { notice?: string; cookies?: CookieChange[]; headers?: Record<string, string> } = {},
  ) {}
}

export interface CookieChange {
  name: string;
  /** Absent: the cookie is removed. */
  value?: string;
  options?: {
    path?: string;
    httpOnly?: boolean;
    secure?: boolean;
    sameSite?: 'lax' | 'strict';
    /** Seconds. */
    maxAge?: number;
  };
}

/** Bytes that a person keeps; always an attachment, never run by the browser. `Type` tells the API's document which. */
export class FileResponse<Type extends string = string> {
  constructor(
    readonly bytes: Buffer | Readable,
    readonly fileName: string,
    readonly type: Type,
  ) {}
}

export function view(name: string, model: object, options: ViewResponse['options'] = {}): ViewResponse {
  return new ViewResponse(name, model, options);
}

export function redirect(to: string, options: RedirectResponse['options'] = {}): RedirectResponse {
  return new RedirectResponse(to, options);
}

export function file<Type extends string>(bytes: Buffer | Readable, fileName: string, type: Type): FileResponse<Type> {
  return new FileResponse(bytes, fileName, type);
}
