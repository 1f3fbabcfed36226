/** The engines that can be had from Debian, and how each is started and steered. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../src/tools/find-browser.mjs';
import { freePort } from '../support/own-server';
import type { Session, Wire } from './commands';
import { httpWire } from './http-wire';
import { marionetteWire, type MarionetteWire } from './marionette-wire';
import { libraryFile, ownFolder, programOf, start, type Program } from './programs';
import { until } from './until';

export interface OpenBrowser {
  readonly version: string;
  readonly wire: Wire;
  /** What the browser itself has written about pages below `address`, where its driver tells. */
  readonly ownProblems: (address: string) => Promise<readonly string[]>;
  readonly end: () => Promise<void>;
}

interface Need {
  /** Of Debian. */
  readonly package: string;
  readonly isThere: () => boolean;
}

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** Without the first the engine is not on this machine; without one of the others it can't show what it can. */
  readonly needs: readonly [Need, ...Need[]];
  readonly open: () => Promise<OpenBrowser>;
}

const program =
  (name: string, ...names: readonly string[]): Need['isThere'] =>
  () =>
    programOf(name, ...names) !== undefined;
const library =
  (file: string): Need['isThere'] =>
  () =>
    libraryFile(file) !== undefined;

/** Larger than the widest window that is looked at. */
const SCREEN = { width: 1600, height: 1200 };

async function begin(wire: Wire, wanted: Readonly<Record<string, unknown>>): Promise<string> {
  const session = (await wire.send('NewSession', { capabilities: { alwaysMatch: wanted } })) as Session;
  return session.capabilities.browserVersion;
}

/** Until a driver program takes commands. */
async function driverAt(port: number, driver: Program): Promise<Wire> {
  const address = `http://127.0.0.1:${port}`;
  await until(`an answer of the driver, which said: ${driver.said()}`, () =>
    fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return httpWire(address);
}

async function openChromium(): Promise<OpenBrowser> {
  const port = await freePort();
  const driver = start(programOf('chromedriver')!, [`--port=${port}`]);
  const wire = await driverAt(port, driver);
  const args = ['--headless=new', `--window-size=${SCREEN.width},${SCREEN.height}`];
  // Its sandbox refuses to work for root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const version = await begin(wire, {
    'goog:chromeOptions': { binary: findBrowser(), args },
  });
  // What its console has is an error or a warning of the page, which the page tells too.
  return { version, wire, ownProblems: () => Promise.resolve([]), end: () => endAll(wire, driver) };
}

async function openFirefox(): Promise<OpenBrowser> {
  const port = await freePort();
  const profile = ownFolder();
  writeFileSync(join(profile.path, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const browser = start(
    programOf('firefox-esr', 'firefox')!,
    // Of these, the access is for reading what the browser says about pages.
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile.path],
    { HOME: profile.path, MOZ_HEADLESS_WIDTH: String(SCREEN.width), MOZ_HEADLESS_HEIGHT: String(SCREEN.height) },
  );
  const wire = await until(`an answer of Firefox, which said: ${browser.said()}`, () =>
    marionetteWire(port).catch(() => undefined),
  );
  const version = await begin(wire, {});
  return {
    version,
    wire,
    ownProblems: (address) => messagesOf(wire, address),
    end: async () => {
      await endAll(wire, browser);
      profile.remove();
    },
  };
}

/** What Firefox writes of itself where nothing is wrong. */
const NO_PROBLEM = [
  // It plays without sound what nobody has pressed; the host's window then gives the room its sound.
  'Autoplay is only allowed when',
  // A page was left while it still did something, which Firefox breaks off.
  'Script terminated by timeout',
  // Advice: a panel is put at its button again while the page scrolls. Not every browser that comes here anchors it by styles alone.
  'scroll-linked positioning effect',
];

/** What stands in Firefox's console about pages below `address`, and is no mere information. */
async function messagesOf(wire: MarionetteWire, address: string): Promise<readonly string[]> {
  await wire.own('Marionette:SetContext', { value: 'chrome' });
  const script = `
    const messages = Services.console.getMessageArray();
    Services.console.reset();
    return messages.flatMap((message) => {
      if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.infoFlag) return [];
      const ours = message.sourceName.startsWith(arguments[0]) || message.category.startsWith('CSP');
      return ours ? [message.category + ': ' + message.errorMessage] : [];
    });`;
  const messages = (await wire.send('ExecuteScript', { script, args: [address] })) as string[];
  await wire.own('Marionette:SetContext', { value: 'content' });
  return messages.filter((message) => !NO_PROBLEM.some((usual) => message.includes(usual)));
}

async function openWebKit(): Promise<OpenBrowser> {
  const home = ownFolder();
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`]);
  let display = '';
  screen.child.stdio[3]!.on('data', (text: Buffer) => (display += text.toString()));
  await until(`a screen of Xvfb, which said: ${screen.said()}`, () => Promise.resolve(display.endsWith('\n')));
  const port = await freePort();
  const driver = start(programOf('WebKitWebDriver')!, [`--port=${port}`], {
    DISPLAY: `:${display.trim()}`,
    HOME: home.path,
    XDG_RUNTIME_DIR: home.path,
  });
  const wire = await driverAt(port, driver);
  const version = await begin(wire, {});
  return {
    version,
    wire,
    // Its driver tells nothing of them.
    ownProblems: () => Promise.resolve([]),
    end: async () => {
      await endAll(wire, driver);
      await screen.end();
      home.remove();
    },
  };
}

async function endAll(wire: Wire, last: Program): Promise<void> {
  // A browser that has gone down can't end its session.
  await wire.send('DeleteSession').catch(() => undefined);
  wire.close();
  await last.end();
}

export const ENGINES: readonly Engine[] = [
  {
    id: 'chromium',
    name: 'Chromium',
    needs: [
      { package: 'chromium', isThere: () => findBrowser() !== undefined },
      { package: 'chromium-driver', isThere: program('chromedriver') },
    ],
    open: openChromium,
  },
  {
    id: 'firefox',
    name: 'Firefox',
    needs: [{ package: 'firefox-esr', isThere: program('firefox-esr', 'firefox') }],
    open: openFirefox,
  },
  {
    id: 'webkit',
    name: 'WebKitGTK',
    needs: [
      { package: 'webkit2gtk-driver', isThere: program('WebKitWebDriver') },
      { package: 'xvfb', isThere: program('Xvfb') },
      { package: 'gstreamer1.0-libav', isThere: library('gstreamer-1.0/libgstlibav.so') },
      { package: 'gstreamer1.0-plugins-good', isThere: library('gstreamer-1.0/libgstisomp4.so') },
      { package: 'gstreamer1.0-plugins-bad', isThere: library('gstreamer-1.0/libgstvideoparsersbad.so') },
    ],
    open: openWebKit,
  },
];
