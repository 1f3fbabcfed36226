/** An embedded film as its viewers meet it: opened by itself, or in a frame of a blank page of somebody else's. */
import type { Frame, Locator, Page } from '@playwright/test';
import type { EmbedChoice } from '../../src/sync/embed/embed-link';
import { encodeEmbedChoice, USUAL_CHOICE } from '../../src/sync/embed/embed-link';
import { expect } from './expect';
import { servePartner } from './partner-server';
import { addressOf, wordsIn } from './site';

export interface FrameOptions {
  readonly width: number;
  readonly height: number;
  /** Attributes of the `<iframe>`. */
  readonly attributes?: string;
}

export const queryOf = (choice: Partial<EmbedChoice>): string => encodeEmbedChoice({ ...USUAL_CHOICE, ...choice });

export class Embedded {
  /** Where the film stands: the page itself, or the frame in it. */
  inside: Page | Frame;

  constructor(
    readonly page: Page,
    readonly language = 'nl',
  ) {
    this.inside = page;
  }

  get video(): Locator {
    return this.inside.locator('video');
  }
  get cover(): Locator {
    return this.part('cover');
  }
  part(name: string): Locator {
    return this.inside.locator(`[data-part=${name}]`);
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(addressOf({ view: 'embed', language: this.language }) + query);
    await expect(this.cover).toBeVisible();
  }

  /** In a page of somebody else, which is blank but for the frame. */
  async openInFrame(query: string, { width, height, attributes = '' }: FrameOptions): Promise<void> {
    const home = new URL((await this.page.request.get('/')).url());
    const address = new URL(addressOf({ view: 'embed', language: this.language }) + query, home);
    const partner = await servePartner(home.origin);
    try {
      await this.page.goto(
        partner.page(
          `<style>body{margin:0}</style><iframe title="Film" style="border:0;display:block"
           width="${width}" height="${height}" src="${address.href.replaceAll('&', '&amp;')}" ${attributes}></iframe>`,
        ),
      );
    } finally {
      // The page is there, and asks for nothing more.
      await partner.stop();
    }
    const frame = await (await this.page.locator('iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error('The page has no frame.');
    this.inside = frame;
    await expect(this.cover).toBeVisible();
  }

  /** Presses the cover and waits until the player has the film. */
  async play(): Promise<void> {
    await this.cover.click();
    // All of the player comes after the press, on two busy cores.
    await expect(this.cover).toHaveCount(0, { timeout: 15_000 });
    await expect.poll(() => this.time()).toBeGreaterThan(0);
  }

  /** Fetches the player, as a pointer that comes near does: it is seen to move. */
  async wake(): Promise<void> {
    const { x, y, width, height } = (await this.cover.boundingBox())!;
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 2 });
    await expect(this.inside.locator('html')).toHaveAttribute('data-embed', 'ready');
  }

  async goTo(time: number): Promise<void> {
    await this.video.evaluate((video: HTMLVideoElement, to) => (video.currentTime = to), time);
  }

  time(): Promise<number> {
    return this.video.evaluate((video: HTMLVideoElement) => video.currentTime);
  }
  paused(): Promise<boolean> {
    return this.video.evaluate((video: HTMLVideoElement) => video.paused);
  }

  /** A button by the words of the interface. */
  button(words: (w: ReturnType<typeof wordsIn>) => string): Locator {
    return this.inside.getByRole('button', { name: words(wordsIn(this.language)), exact: true });
  }
}
