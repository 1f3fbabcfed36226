/**
 * The host's timer while the clock of the day is not what it was: summer time, a clock that is set, a laptop that sleeps, a window that
 * stands still. What no test can do to the machine is done to the clocks of the page.
 */
import { expect, test, type Workshop } from '../support/workshop';

const MINUTE = 60_000;

test.use({ timezoneId: 'Europe/Amsterdam' });

/** On one screen, to the first question: ten minutes of talk are planned for it. */
async function toTalk(workshop: Workshop) {
  await workshop.beginOnOneScreen();
  for (const scene of ['card', 'film', 'question']) {
    await workshop.host.keyboard.press('PageDown');
    await workshop.sees(scene);
  }
  const talk = workshop.host.locator('[data-part=talk-clock]');
  await expect(talk).toHaveText(/^(10:00|9:[45]\d)$/);
  return talk;
}

for (const [season, begun, written] of [
  ['the night in which summer time begins', Date.UTC(2026, 2, 29, 0, 55), '01:55'],
  ['the night in which it ends', Date.UTC(2026, 9, 25, 0, 55), '02:55'],
] as const) {
  test(`${season}: the timer goes on, and the time of the beginning stays as people read it`, async ({
    workshop,
    context,
  }) => {
    await context.clock.install({ time: begun });
    const talk = await toTalk(workshop);
    await workshop.host.clock.runFor(6 * MINUTE);
    await expect(talk).toHaveText(/^3:[345]\d$/);
    await workshop.host.close();
    const again = await workshop.openHost();
    await expect(again.locator('[data-part=interrupted]')).toContainText(written);
  });
}

test('a clock that is set and a long sleep move the timer neither at once nor after a reload', async ({
  workshop,
  context,
}) => {
  const morning = Date.UTC(2026, 4, 12, 9);
  await context.clock.install({ time: morning });
  const talk = await toTalk(workshop);
  const { host } = workshop;
  await host.clock.fastForward(30 * MINUTE);
  await expect(talk, 'a long sleep').toHaveText(/^9:[345]\d$/);
  for (const hours of [-1, 2]) {
    await host.clock.setSystemTime(morning + hours * 60 * MINUTE);
    await host.clock.runFor(2000);
    await expect(talk, `the clock is set by ${hours} h`).toHaveText(/^9:[345]\d$/);
  }
  await host.reload();
  await workshop.sees('question');
  await expect(talk).toHaveText(/^9:[2345]\d$/);
});

test('a window that stood still has the right time at once', async ({ workshop }) => {
  const talk = await toTalk(workshop);
  const left = async () => {
    const [minutes, seconds] = (await talk.innerText()).split(':').map(Number);
    return minutes! * 60 + seconds!;
  };
  const before = await left();
  const session = await workshop.context.newCDPSession(workshop.host);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const frozen = Date.now();
  await expect.poll(() => Date.now() - frozen).toBeGreaterThan(3000);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expect.poll(left, { timeout: 1500 }).toBeLessThanOrEqual(before - 3);
});
