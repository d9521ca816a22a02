export interface TestRedis {
  url: string;
  forgetEverything(): Promise<void>;
  stop(): Promise<void>;
}

export function startRedis(): Promise<TestRedis | null>;
