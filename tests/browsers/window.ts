/** A window of a browser, as the smoke uses it: what it shows, and presses as a person gives them. */
import { writeFileSync } from 'node:fs';
import type { Send } from './commands';
import { until } from './until';

/** How the standard names an element that a script gives. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Keys that are no letters, as the standard writes them. */
export const KEYS = { PageDown: '\uE00F', PageUp: '\uE00E', Escape: '\uE00C' } as const;

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

export class Window {
  readonly #send: Send;

  constructor(
    send: Send,
    readonly handle: string,
  ) {
    this.#send = send;
  }

  /** Commands go to one window at a time: each brings its own to the front. */
  async #tell(command: Parameters<Send>[0], parameters?: Parameters<Send>[1]): Promise<unknown> {
    await this.#send('SwitchToWindow', { handle: this.handle });
    return this.#send(command, parameters);
  }

  open(address: string): Promise<unknown> {
    return this.#tell('Navigate', { url: address });
  }

  back(): Promise<unknown> {
    return this.#tell('Back', {});
  }

  /** Runs a function in the page; it knows nothing but its arguments. */
  async run<Given extends readonly Plain[], Result>(
    task: (...given: Given) => Result,
    ...given: Given
  ): Promise<Result> {
    const script = `return (${task.toString()}).apply(null, arguments)`;
    return (await this.#tell('ExecuteScript', { script, args: given })) as Result;
  }

  /** Presses the first element that matches and is shown, with these words in it, with the pointer; waits until it is there. */
  async press(selector: string, words = ''): Promise<void> {
    const element = await until(`${selector} ${words} to press`, async () => {
      const found = await this.run(
        (wanted, text) =>
          [...document.querySelectorAll<HTMLElement>(wanted)].find(
            (each) => each.textContent.trim().startsWith(text) && each.getClientRects().length > 0,
          ) ?? null,
        selector,
        words,
      );
      return (found as unknown as Record<string, string> | null)?.[ELEMENT];
    });
    await this.#tell('ElementClick', { id: element });
  }

  async key(key: string): Promise<void> {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
    await this.#tell('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Moves the pointer in the picture, as somebody does who comes near. */
  async comeNear(): Promise<void> {
    const actions = [5, 9].map((x) => ({ type: 'pointerMove', duration: 0, x, y: 5 }));
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#tell('PerformActions', { actions: [pointer] });
  }

  /** Of the whole window, in pixels of the screen. */
  async resize(width: number, height: number): Promise<void> {
    await this.#tell('SetWindowRect', { width, height });
  }

  /** Of what is seen, when it is there: pictures come when they are near. */
  async picture(file: string): Promise<void> {
    await until('the pictures of the page', () =>
      this.run(() =>
        [...document.images].every((image) => {
          const { top, bottom, width } = image.getBoundingClientRect();
          return width === 0 || bottom < 0 || top > innerHeight || (image.complete && image.naturalWidth > 0);
        }),
      ),
    );
    await this.photograph(file);
  }

  async photograph(file: string): Promise<void> {
    writeFileSync(file, Buffer.from((await this.#tell('TakeScreenshot', { full: false })) as string, 'base64'));
  }

  async close(): Promise<void> {
    await this.#tell('CloseWindow', {});
  }

  /** What opens while `open` is done. */
  async opened(open: () => Promise<unknown>): Promise<Window> {
    const before = new Set((await this.#tell('GetWindowHandles')) as string[]);
    await open();
    const handle = await until('a new window', async () =>
      ((await this.#tell('GetWindowHandles')) as string[]).find((each) => !before.has(each)),
    );
    return new Window(this.#send, handle);
  }
}
