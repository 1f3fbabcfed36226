/** How late the lines come against the film, at its own speed and at twice that, and whether they are right after a seek. */
import type { Browser, Page } from 'playwright';
import { visit } from '../browser';
import { chooseLines } from '../choose-lines';
import type { Line } from '../contents';
import { frameLength, frameOf, shownAt, withoutSpace } from '../lateness';
import { seekAndLook } from '../page/seek-and-look';
import { watchLines } from '../page/watch-lines';
import type { Player } from '../players';
import { startFilm, type Found, type Subject } from './subject';

/** How long before a line the film is begun, and how long after it is looked on, in seconds of a clock. */
const BEFORE = 0.8;
const AFTER = 0.4;
async function opened(browser: Browser, { address, player, content }: Subject, count: number, run: number) {
  const visited = await visit(browser, 'desktop');
  const { page, traffic } = visited;
  await page.goto(address, { waitUntil: 'load' });
  await traffic.quiet();
  await startFilm(page, player);
  const filmEnd = await page.evaluate(() => document.querySelector('video')!.duration);
  return { ...visited, lines: chooseLines(content, count, run, filmEnd) };
}

async function latenesses(page: Page, { line, lineRegion }: Player, lines: readonly Line[], rate: number) {
  const late: number[] = [];
  let missed = 0;
  for (const { start, text } of lines) {
    const from = start - BEFORE * rate;
    const seen = await page.evaluate(watchLines, { line, region: lineRegion, from, to: start + AFTER * rate, rate });
    const frameAt = frameOf(start, seen.frames, rate, frameLength(seen.frames));
    const lineAt = shownAt(text, seen.changes);
    if (frameAt === undefined || lineAt === undefined) missed += 1;
    else late.push(lineAt - frameAt);
  }
  return { late, missed };
}

export async function measureLines(browser: Browser, subject: Subject, count: number, run: number): Promise<Found> {
  const { page, lines, close } = await opened(browser, subject, count, run);
  const usual = await latenesses(page, subject.player, lines, 1);
  const twice = await latenesses(page, subject.player, lines, 2);
  await close();
  return { late: usual.late, late2: twice.late, missed: [usual.missed + twice.missed] };
}

export async function measureSeek(browser: Browser, subject: Subject, count: number, run: number): Promise<Found> {
  const { page, lines, close } = await opened(browser, subject, count, run);
  const looks: Record<'paused' | 'playing', { right: number[]; late: number[] }> = {
    paused: { right: [], late: [] },
    playing: { right: [], late: [] },
  };
  for (const state of ['paused', 'playing'] as const)
    for (const { start, end, text } of lines) {
      const { right, late } = await page.evaluate(seekAndLook, {
        line: subject.player.line,
        to: start + Math.min(0.4, (end - start) / 3),
        playing: state === 'playing',
        expected: withoutSpace(text),
      });
      looks[state].right.push(right ? 100 : 0);
      if (late !== undefined) looks[state].late.push(late);
    }
  await close();
  return {
    rightPaused: looks.paused.right,
    rightPlaying: looks.playing.right,
    seekLatePaused: looks.paused.late,
    seekLatePlaying: looks.playing.late,
  };
}
