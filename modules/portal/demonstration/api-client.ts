import type { Exchange, Reply, Transport } from './transport.js';

/** A program that uses the JSON interface, for one person or for nobody yet. */
export class ApiClient {
  constructor(
    private readonly send: Transport,
    private readonly token?: string,
  ) {}

  as(token: string): ApiClient {
    return new ApiClient(this.send, token);
  }

  async get<T>(path: string): Promise<T> {
    return json<T>(await this.ask({ method: 'GET', path }));
  }

  async post<T = unknown>(path: string, body: object = {}): Promise<T> {
    return json<T>(await this.ask({ method: 'POST', path, body }));
  }

  async put<T = unknown>(path: string, body: object): Promise<T> {
    return json<T>(await this.ask({ method: 'PUT', path, body }));
  }

  async bytes(path: string): Promise<Buffer> {
    return (await this.ask({ method: 'GET', path })).bytes;
  }

  /** The answer whatever its status, for steps that expect to be refused. */
  async answer(method: Exchange['method'], path: string, body?: object): Promise<{ status: number; body: unknown }> {
    const reply = await this.exchange({ method, path, body });
    const text = reply.bytes.toString('utf8');
    return { status: reply.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  private async ask(request: { method: Exchange['method']; path: string; body?: object }): Promise<Reply> {
    const reply = await this.exchange(request);
    if (reply.status >= 200 && reply.status < 300) return reply;
    throw new Error(`${request.method} ${request.path}: ${reply.status} ${reply.bytes.toString('utf8').slice(0, 600)}`);
  }

  private exchange({
    method,
    path,
    body,
  }: {
    method: Exchange['method'];
    path: string;
    body?: object;
  }): Promise<Reply> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(this.token && { authorization: `Bearer ${this.token}` }),
    };
    return this.send({ method, path, headers, body: body && JSON.stringify(body) });
  }
}

function json<T>(reply: Reply): T {
  const text = reply.bytes.toString('utf8');
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
