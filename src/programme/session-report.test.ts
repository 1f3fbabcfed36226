import { describe, expect, test } from 'vitest';
import { bareEdition } from '../../tests/support/bare-edition';
import { createTimeline } from '../timeline/timeline';
import { decodePast, LONGEST_NAME, nameOf, pastOf, type PastWorkshop } from './past-workshop';
import { agendaOf, type Programme } from './programme';
import { begin, filmAt, filmEnded, next, planOf } from './session';
import { reportCsv, reportName, totalsOf, type ReportWords } from './session-report';

const data = bareEdition({
  chapters: [
    { id: 'one', from: 'a', to: 'a' },
    { id: 'two', from: 'b', to: 'b' },
    { id: 'three', from: 'c', to: 'c' },
  ],
  cues: [
    { id: 'a', start: 0, end: 60, themes: [] },
    { id: 'b', start: 60, end: 120, themes: [] },
    { id: 'c', start: 120, end: 180, themes: [] },
  ],
});
const programme: Programme = {
  items: [
    { kind: 'chapter', id: 'two', talk: 10 },
    { kind: 'chapter', id: 'one', talk: 5 },
    { kind: 'chapter', id: 'three', talk: 5 },
  ],
};
const plan = planOf(agendaOf(programme, data, createTimeline(data)), () => 1);
// In the time of whoever holds it.
const TEN = new Date(2026, 10, 22, 10, 0).getTime();
const minute = (count: number) => TEN + count * 60_000;

/** Two: seen whole, talked about for 12 minutes. One: half seen, left at once for the talk, which goes on. */
function held() {
  let session = begin({ id: 'workshop-1', programme, language: 'nl', subtitles: [], size: 'normal', now: TEN });
  session = next(next(session, plan, minute(1)), plan, minute(2));
  session = filmEnded(session, plan, session.film.take, minute(3));
  session = next(next(session, plan, minute(15)), plan, minute(16));
  session = filmAt(session, plan, session.film.take, 30);
  return next(session, plan, minute(17));
}

const words: ReportWords = {
  begun: 'Begonnen',
  part: 'Deel',
  film: 'Film',
  planned: 'Gepland',
  talk: 'Gesprek',
  total: 'Totaal',
  titleOf: (key) => key,
};
const past: PastWorkshop = pastOf(held(), plan, minute(20), 'Team Zuid');
const titled = (title: string, language = 'nl') =>
  reportCsv(past, { ...words, titleOf: () => title }, language).split('\r\n')[1]!;

describe('what is left of a workshop', () => {
  test('is what was shown, in the order it came up, with the talk that goes on counted in', () => {
    expect(past).toEqual({
      id: 'workshop-1',
      begun: TEN,
      ended: minute(20),
      programme: 'Team Zuid',
      items: [
        { key: 'two', at: minute(1), seen: 60, talk: 720, planned: 10 },
        { key: 'one', at: minute(15), seen: 30, talk: 180, planned: 5 },
      ],
    });
    expect(totalsOf(past)).toEqual({ film: 90, talk: 900, planned: 15 });
  });

  test('what was only passed by is not in it, and a clock that was set back ends nothing before it began', () => {
    const session = begin({ id: 'workshop-2', programme, language: 'nl', subtitles: [], size: 'normal', now: TEN });
    const passing = next(session, plan, minute(1));
    expect(pastOf(passing, plan, minute(-9))).toEqual({ id: 'workshop-2', begun: TEN, ended: TEN, items: [] });
  });

  test('comes back as it was kept; what does not fit is refused', () => {
    expect(decodePast(JSON.parse(JSON.stringify(past)))).toEqual(past);
    expect(decodePast({ ...past, programme: undefined, more: 1 })).not.toHaveProperty('more');
    const item = past.items[0]!;
    for (const broken of [
      null,
      [],
      'past',
      { ...past, id: '../..' },
      { ...past, begun: '2026' },
      { ...past, ended: Infinity },
      { ...past, items: {} },
      { ...past, items: [{ ...item, key: '<b>' }] },
      { ...past, items: [{ ...item, talk: -1 }] },
      { ...past, items: [{ ...item, planned: 1.5 }] },
      { ...past, items: Array.from({ length: 41 }, () => item) },
    ])
      expect(decodePast(broken), JSON.stringify(broken)).toBeUndefined();
  });

  test('names are one short line', () => {
    expect(nameOf('  Team\n Zuid\u202e\u0000 ')).toBe('Team Zuid');
    expect(nameOf(' \t\u200b ')).toBeUndefined();
    expect([...nameOf('😀'.repeat(99))!].length).toBe(LONGEST_NAME);
  });
});

describe('the file of it', () => {
  test('where numbers have a comma, semicolons part the columns', () => {
    expect(reportCsv(past, words, 'nl')).toBe(
      '\ufeffBegonnen;Deel;Film;Gepland;Gesprek\r\n' +
        '2026-11-22 10:01;two;1,0;10;12,0\r\n' +
        '2026-11-22 10:15;one;0,5;5;3,0\r\n' +
        '2026-11-22 10:00;Totaal;1,5;15;15,0\r\n',
    );
  });

  test('elsewhere commas do', () => {
    expect(reportCsv(past, words, 'en').split('\r\n')[1]).toBe('2026-11-22 10:01,two,1.0,10,12.0');
  });

  test('is named after the day', () => expect(reportName(past)).toBe('workshop-2026-11-22.csv'));

  test.each([
    ['Sander; en Nena', '"Sander; en Nena"'],
    ['De "menselijke" maat', '"De ""menselijke"" maat"'],
    ['een\nen twee', '"een\nen twee"'],
    ['=1+1', "'=1+1"],
    ['+31', "'+31"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['＝1', "'＝1"],
    ['=HYPERLINK("http://x";"y")', '"\'=HYPERLINK(""http://x"";""y"")"'],
    ['a=b', 'a=b'],
  ])('a title like %j is text and nothing else', (title, written) => {
    expect(titled(title)).toBe(`2026-11-22 10:01;${written};1,0;10;12,0`);
  });

  test('only the sign that parts its columns is wrapped', () => {
    expect(titled('a, b')).toContain(';a, b;');
    expect(titled('a, b', 'en')).toContain(',"a, b",');
  });
});
