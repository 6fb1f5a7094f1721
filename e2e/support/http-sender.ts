/** An answer over HTTP, as far as the tests' helpers look at it. */
export type HttpAnswer = { status(): number; text(): Promise<string>; json(): Promise<unknown> };

/** Whatever sends requests with somebody's cookies: a browser's request context, or a plain client. */
export type HttpSender = {
  get(url: string): Promise<HttpAnswer>;
  post(
    url: string,
    options?: {
      headers?: Record<string, string>;
      data?: string;
      form?: Record<string, string>;
      maxRedirects?: number;
    },
  ): Promise<HttpAnswer>;
};
