import { edition, FRAME } from '../support/shipped-edition';
import { violations } from '../support/axe';
import { wordsIn } from '../support/site';
import { agenda, expect, filmOf, questionOf, test, titleOf } from '../support/workshop';

const t = wordsIn('nl');

test('three chapters by the keys of a clicker alone, in either window', async ({ workshop }) => {
  test.setTimeout(60_000);
  await workshop.begin();
  const { host, room } = workshop;
  for (const item of [0, 1, 2]) {
    // A clicker's keys go to the window that was pressed last: here the host's, there the room's.
    const keys = (item === 1 ? room : host).keyboard;
    await keys.press('PageDown');
    await workshop.reads(titleOf(item));
    await keys.press('PageDown');
    await workshop.plays();
    expect((await filmOf(room)).time).toBeLessThan(agenda[item]!.ranges[0]!.start + 3);
    if (item === 0) {
      await keys.press('b');
      await expect(room.locator('[data-part=black]')).toBeVisible();
      await expect.poll(async () => (await filmOf(room)).paused).toBe(true);
      await keys.press('b');
      await workshop.plays();
      await keys.press(' ');
      await expect.poll(async () => (await filmOf(room)).paused).toBe(true);
      await keys.press(' ');
      await workshop.plays();
    }
    await workshop.hurry(item);
    await workshop.reads(questionOf(item, 0));
    const { time, paused } = await filmOf(room);
    const { end } = agenda[item]!.ranges.at(-1)!;
    expect(paused).toBe(true);
    expect(time, 'on the last frame of the chapter').toBeLessThan(end);
    expect(time, 'on the last frame of the chapter').toBeGreaterThanOrEqual(end - FRAME);
    await expect(host.locator('[data-part=talk-clock]')).toHaveText(/^9:5\d$/);
    await keys.press('ArrowRight');
    await workshop.reads(questionOf(item, 1));
    if (item === 0) {
      // A press too many loses nothing.
      await keys.press('PageUp');
      await workshop.reads(questionOf(item, 0));
      await keys.press('PageDown');
      await workshop.reads(questionOf(item, 1));
    }
  }
  await host.keyboard.press('PageDown');
  await workshop.sees('end');
  await host.locator('[data-part=next]').click();
  await host.getByRole('button', { name: t.host.endAsk.yes }).click();
  const past = host.locator('[data-part=past-workshops]');
  await expect(past.locator('summary')).toBeFocused();
  for (const item of [0, 1, 2]) await expect(past).toContainText(titleOf(item));
  await workshop.sees('end');
  // What is over doesn't come back by itself.
  await host.reload();
  await expect(host.getByRole('heading', { level: 1 })).toHaveText(t.programme.title);
  await expect(past).toBeVisible();
  await expect(host.locator('[data-part=interrupted]')).toHaveCount(0);
});

test('the room is loaded anew, closed and opened in the middle of a film', async ({ workshop }) => {
  await workshop.begin();
  await workshop.toFilm();
  const before = (await filmOf(workshop.room)).time;
  await workshop.room.reload();
  await workshop.plays();
  const after = (await filmOf(workshop.room)).time;
  expect(after, 'where it was').toBeGreaterThan(before - 1);

  await workshop.room.close();
  await expect(workshop.host.locator('[data-part=pairing]')).toHaveText(t.host.state.alone);
  const popup = workshop.context.waitForEvent('page');
  await workshop.host.keyboard.press('F5');
  workshop.room = await popup;
  await workshop.plays();
  const opened = (await filmOf(workshop.room)).time;
  expect(opened, 'where it was').toBeGreaterThan(after - 1);
  expect(opened, 'where it was').toBeLessThan(after + 10);
});

test('the host is loaded anew, and closed and opened, while the room plays on', async ({ workshop }) => {
  await workshop.begin();
  await workshop.toFilm();
  const before = (await filmOf(workshop.room)).time;
  await workshop.host.reload();
  await workshop.paired();
  await expect(workshop.host.getByRole('button', { name: titleOf(0) })).toHaveAttribute('aria-current', 'step');
  expect((await filmOf(workshop.room)).paused, 'the room has not noticed').toBe(false);
  expect((await filmOf(workshop.room)).time).toBeGreaterThan(before);

  await workshop.host.close();
  workshop.host = await workshop.openHost();
  await workshop.paired();
  await workshop.hurry(0);
  await workshop.reads(questionOf(0, 0));
  await workshop.host.keyboard.press('PageDown');
  await workshop.reads(questionOf(0, 1));
});

test('what the host sees is what the room plays, within a fifth of a second, with one sound', async ({ workshop }) => {
  await workshop.begin();
  await workshop.toFilm();
  const stamped = (page: typeof workshop.host) =>
    page.evaluate(() => {
      const { currentTime, paused, muted } = document.querySelector('video')!;
      return { offset: currentTime - (performance.timeOrigin + performance.now()) / 1000, paused, muted };
    });
  await expect.poll(async () => (await filmOf(workshop.host)).paused).toBe(false);
  const drifts: number[] = [];
  await expect(async () => {
    const [host, room] = await Promise.all([stamped(workshop.host), stamped(workshop.room)]);
    expect([host.muted, room.muted].filter((muted) => !muted)).toHaveLength(1);
    drifts.push(Math.abs(host.offset - room.offset));
    expect(drifts.length).toBeGreaterThanOrEqual(12);
  }).toPass({ intervals: [200] });
  // The first moments are for finding each other, and once a machine with two films on two cores may be late.
  const [, second] = drifts.slice(4).sort((one, other) => other - one);
  expect(second).toBeLessThan(0.2);

  // A film that has jumped is caught up with.
  await workshop.room.evaluate(() => (document.querySelector('video')!.currentTime += 6));
  await expect
    .poll(async () => {
      const [host, room] = await Promise.all([stamped(workshop.host), stamped(workshop.room)]);
      return Math.abs(host.offset - room.offset);
    })
    .toBeLessThan(0.2);
});

test('a strange, an older and a late message change nothing', async ({ workshop }) => {
  await workshop.begin();
  await workshop.toFilm();
  const stranger = await workshop.openHost('/nl/over/');
  const name = `dichterbij:${edition.data.id}:workshop`;
  // It hears what the host says, and says it again in other versions and with other things in it.
  const heard = stranger.evaluate(
    (channel) =>
      new Promise<Record<string, unknown>>((resolve) => {
        const ear = new BroadcastChannel(channel);
        ear.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
          if (data['kind'] !== 'session') return;
          ear.close();
          resolve(data);
        };
        new BroadcastChannel(channel).postMessage({ dichterbij: 1, from: 'room', kind: 'hello' });
      }),
    name,
  );
  const said = await heard;
  const session = { ...(said['session'] as object), scene: { kind: 'end' } };
  const strange = [
    null,
    'next',
    { ...said, dichterbij: 0, number: 9e15, session },
    { ...said, dichterbij: 2, number: 9e15, session },
    { ...said, dichterbij: '1', number: 9e15, session },
    { ...said, number: 1, session },
    { ...said, number: 9e15, session: { ...session, id: '<b>' } },
    { ...said, number: 9e15, session: { ...session, scene: { kind: 'film', item: 99 } } },
    { dichterbij: 1, from: 'room', kind: 'press', session: 'x'.repeat(12), command: 'next' },
    { dichterbij: 1, from: 'room', kind: 'press', session: (session as { id?: unknown }).id, command: 'eval' },
    { dichterbij: 1, from: 'room', kind: 'report', session: 'x'.repeat(12), take: 1, time: 0, at: 0, playing: false },
  ];
  await stranger.evaluate(
    ([channel, messages]) => {
      const mouth = new BroadcastChannel(channel);
      for (const message of messages) mouth.postMessage(message);
    },
    [name, strange] as const,
  );
  // What the host says after them is heard after them.
  await workshop.host.keyboard.press('b');
  await expect(workshop.room.locator('[data-part=black]')).toBeVisible();
  await workshop.sees('film');
  await workshop.host.keyboard.press('b');
  await workshop.plays();
});

test('a second host asks before it takes over', async ({ workshop }) => {
  await workshop.begin();
  await workshop.toFilm();
  const first = workshop.host;
  const second = await workshop.openHost();
  const windows = workshop.context.pages().length;
  const asked = second.locator('[data-part=interrupted]');
  await expect(asked.getByRole('heading', { name: t.host.asked.title })).toBeVisible();
  // Who begins another programme is asked as well, and may think better of it.
  await second.getByRole('button', { name: t.programme.begin.two }).click();
  await expect(second.getByRole('heading', { level: 1, name: t.host.asked.title })).toBeFocused();
  await second.getByRole('button', { name: t.host.asked.no }).click();
  expect((await filmOf(workshop.room)).paused).toBe(false);
  expect(workshop.context.pages(), 'the room is there already').toHaveLength(windows);
  await asked.getByRole('button', { name: t.host.asked.yes }).click();
  await expect(first.getByRole('heading', { name: t.host.lost.title })).toBeVisible();
  workshop.host = second;
  await workshop.paired();
  await second.keyboard.press('PageDown');
  await workshop.reads(questionOf(0, 0));
  await first.keyboard.press('PageDown');
  await second.keyboard.press('PageDown');
  await workshop.reads(questionOf(0, 1));
});

test('on one screen: keys, notes on the phone, and a reload in the middle', async ({ workshop }) => {
  await workshop.beginOnOneScreen();
  const { host } = workshop;
  await workshop.toFilm();
  expect((await filmOf(host)).muted).toBe(false);
  await host.reload();
  await workshop.plays();
  await workshop.hurry(0);
  await workshop.reads(questionOf(0, 0));
  await expect(host.locator('[data-part=talk-clock]')).toBeVisible();
  await expect(host.locator('[data-part=notes]')).toHaveCount(0);
  const wide = host.viewportSize()!;
  await host.setViewportSize({ width: 360, height: 740 });
  // Under the buttons, which take several rows there.
  const bar = (await host.getByRole('group', { name: t.host.title }).boundingBox())!;
  expect((await host.locator('[data-part=room]').boundingBox())!.y).toBeGreaterThanOrEqual(bar.y + bar.height);
  await host.setViewportSize(wide);
  await host.keyboard.press('n');
  await expect(host.locator('[data-part=notes]')).toBeVisible();
  // Beside the question: it is read while it is talked about.
  const room = (await host.locator('[data-part=room]').boundingBox())!;
  for (const part of ['notes', 'time'])
    expect((await host.locator(`[data-part=${part}]`).boundingBox())!.x).toBeGreaterThan(room.x + room.width);
  await host.mouse.move(200, 200);
  await host.getByRole('button', { name: t.host.more }).click();
  await host.getByRole('button', { name: t.host.phone.open }).click();
  const dialog = host.getByRole('dialog', { name: t.host.phone.open });
  await expect(dialog.getByRole('img')).toBeVisible();
  const address = (await dialog.getByRole('link').getAttribute('href'))!;
  expect(address).toContain('for=host');
  const phone = await workshop.context.newPage();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.goto(address);
  for (const item of [0, 1, 2]) await expect(phone.getByText(questionOf(item, 0))).toBeVisible();
});

test.describe('looks', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing of the host is cut off or covered, and axe finds nothing, light and dark', async ({ workshop }) => {
    await workshop.begin();
    const { host, room } = workshop;
    const fits = () =>
      host.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const parts = [...document.querySelectorAll('[data-part=time], [data-part=next], .preview, .do')];
        const inside = parts.every((part) => {
          const { left, right, top, bottom } = part.getBoundingClientRect();
          return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        });
        return { wide: scrollWidth - clientWidth, inside: inside || innerWidth < 900 };
      });
    for (const press of ['', 'PageDown', 'PageDown']) {
      if (press) await host.keyboard.press(press);
      for (const [width, height] of [
        [360, 740],
        [1280, 720],
        [1920, 1080],
      ] as const) {
        await host.setViewportSize({ width, height });
        expect(await fits(), `${press} ${width}x${height}`).toEqual({ wide: 0, inside: true });
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await host.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await room.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await violations(host), `host, ${colorScheme}`).toEqual([]);
        expect(await violations(room), `room, ${colorScheme}`).toEqual([]);
      }
    }
  });
});
