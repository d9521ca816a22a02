/** What playwright-core's launch() takes. */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

export function canHaveChromium(): boolean;
export function chromium(): Promise<ChromiumLaunch | null>;
