import type { Reply, Transport } from './transport.js';

export interface OpenPage {
  path: string;
  status: number;
  html: string;
}

/** Somebody at the pages without a script: follows redirects, keeps cookies, sends a form with what it carries. */
export class PageVisitor {
  private readonly jar = new Map<string, string>();

  constructor(private readonly send: Transport) {}

  async open(path: string): Promise<OpenPage> {
    return this.follow(path, await this.request('GET', path));
  }

  /**
   * Sends the form of `page` whose action is `action`, with its hidden fields and the given ones.
   * @throws Error when the page has no such form
   */
  async submit(page: OpenPage, action: string, fields: Record<string, string>): Promise<OpenPage> {
    const form = [...page.html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
      .map(([html]) => html)
      .find((html) => attribute(html, 'action') === action);
    if (!form) throw new Error(`${page.path} has no form for ${action}`);
    const hidden = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]);
    const body = new URLSearchParams({ ...(Object.fromEntries(hidden) as Record<string, string>), ...fields });
    return this.follow(action, await this.request('POST', action, body.toString()));
  }

  private async follow(path: string, reply: Reply, hops = 0): Promise<OpenPage> {
    const location = reply.headers['location'];
    if (reply.status < 300 || reply.status >= 400 || !location || hops > 5) {
      return { path, status: reply.status, html: reply.bytes.toString('utf8') };
    }
    const next = new URL(location, `http://localhost${path}`);
    const nextPath = next.pathname + next.search;
    return this.follow(nextPath, await this.request('GET', nextPath), hops + 1);
  }

  private async request(method: 'GET' | 'POST', path: string, body?: string): Promise<Reply> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.send({
      method,
      path,
      body,
      headers: {
        accept: 'text/html',
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    for (const line of reply.cookies) this.keep(line);
    return reply;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

function attribute(html: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(html)?.[1] ?? '';
  return value.replaceAll('&#x3D;', '=').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
