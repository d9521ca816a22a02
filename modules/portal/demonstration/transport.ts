import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Exchange {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Each Set-Cookie line. */
  cookies: string[];
  bytes: Buffer;
}

/** Brings one request to the product. */
export type Transport = (exchange: Exchange) => Promise<Reply>;

/** To a product that listens at `address`. */
export function overHttp(address: string): Transport {
  return async ({ method, path, headers, body }) => {
    const response = await fetch(address + path, { method, headers, body, redirect: 'manual' });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      cookies: response.headers.getSetCookie(),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
}

/** To a product in this process that does not listen: the same requests without a socket. */
export function inProcess(app: NestFastifyApplication): Transport {
  return async ({ method, path, headers, body }) => {
    const response = await app.inject({ method, url: path, headers, payload: body });
    return {
      status: response.statusCode,
      headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
      cookies: [response.headers['set-cookie'] ?? []].flat().map(String),
      bytes: response.rawPayload,
    };
  };
}
