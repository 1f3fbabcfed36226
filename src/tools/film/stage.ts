/** A page of a browser that shows one frame at a time and takes its picture. */
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { HEIGHT, WIDTH } from './picture/paint';

export class Stage {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(browser: Browser, page: Page, session: CDPSession) {
    this.#browser = browser;
    this.#page = page;
    this.#session = session;
  }

  static async open(browserPath: string | undefined): Promise<Stage> {
    const root = process.getuid?.() === 0;
    const browser = await chromium.launch({
      ...(browserPath === undefined ? {} : { executablePath: browserPath }),
      // Software drawing in one colour space and without hinting: the same picture on every machine.
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--force-color-profile=srgb',
        '--hide-scrollbars',
        '--font-render-hinting=none',
        '--num-raster-threads=4',
      ],
    });
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1 });
    await page.setContent(
      '<!doctype html><style>*{margin:0}svg{display:block}body{background:#05080b}</style><main></main>',
    );
    return new Stage(browser, page, await page.context().newCDPSession(page));
  }

  async picture(svg: string, format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
    await this.#page.evaluate((drawing) => {
      const main = document.querySelector('main');
      if (main) main.innerHTML = drawing;
    }, svg);
    const { data } = await this.#session.send('Page.captureScreenshot', {
      format,
      ...(format === 'jpeg' ? { quality: 95 } : {}),
      optimizeForSpeed: true,
    });
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
