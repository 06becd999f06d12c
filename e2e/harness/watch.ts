import type { BrowserContext, ConsoleMessage, Page, Response } from "playwright-core";

// What may never happen on a page, and what was seen on it. A test that expects one of these says
// so with allow().
export class Watch {
  readonly #troubles: string[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #bodies = new Map<Page, Promise<string>[]>();
  readonly #origin: string;

  constructor(server: string) {
    this.#origin = new URL(server).origin;
  }

  async follow(context: BrowserContext): Promise<void> {
    await context.exposeBinding("lanyardViolation", (_, what: string) => this.#note(`content security policy: ${what}`));
    await context.addInitScript(observe);
    context.on("weberror", (error) => this.#note(`page error: ${error.error().stack}`));
    context.on("console", (message) => this.#hear(message));
    context.on("response", (response) => this.#keep(response));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:|^wss?:/.test(url.protocol) && url.host !== new URL(this.#origin).host) this.#note(`request to elsewhere: ${url.href}`);
    });
  }

  // The reason is for the reader of the test.
  allow(what: RegExp, _reason: string): void {
    this.#allowed.push(what);
  }

  troubles(): string[] {
    return this.#troubles.filter((trouble) => !this.#allowed.some((what) => what.test(trouble)));
  }

  // Everything that the server has answered to a page, but for the app's own files.
  async bodies(page: Page): Promise<string[]> {
    return Promise.all(this.#bodies.get(page) ?? []);
  }

  #note(trouble: string): void {
    this.#troubles.push(trouble);
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() === "error") this.#note(`console: ${message.text()} (${message.location().url})`);
  }

  #keep(response: Response): void {
    const { pathname } = new URL(response.url());
    const isStream = response.headers()["content-type"]?.startsWith("text/event-stream");
    if (pathname.startsWith("/assets/") || isStream) return;
    const page = response.frame().page();
    const kept = this.#bodies.get(page) ?? [];
    // A body that the browser has thrown away with its page was read by nobody.
    kept.push(response.text().catch(() => ""));
    this.#bodies.set(page, kept);
  }
}

declare global {
  interface Window {
    lanyardViolation: (what: string) => void;
    lanyardShift: number;
    lanyardMoved: string[];
  }
}

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

// Runs in the page, before anything of the app.
function observe(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    window.lanyardViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
  });
  window.lanyardShift = 0;
  window.lanyardMoved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      window.lanyardShift += value;
      const moved = sources.map(({ node, previousRect, currentRect }) => `${node?.textContent?.slice(0, 30)} (${previousRect.y} to ${currentRect.y})`);
      window.lanyardMoved.push(`${value.toFixed(3)}: ${moved.join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}
