import { describe, expect, test } from 'vitest';
import { checkBrowsers } from './check-browsers';
import { parseCaptions } from './parse-captions';
import type { Problem } from './problems';

const file = 'nl.vtt';

function parse(text: string) {
  const problems: Problem[] = [];
  const captions = parseCaptions({ file, text }, problems);
  return {
    ...captions,
    problems,
    places: problems.map(({ code, line, column }) => [code, line, column]),
    browsers: checkBrowsers(captions, { file, text }).map(({ line }) => line),
  };
}

const cue = (words: string, id = 'a-1') => `${id}\n00:00:01.000 --> 00:00:02.000\n${words}\n`;
const one = (words: string) => parse(`WEBVTT\n\n${cue(words)}`);

describe('the words of a cue', () => {
  test('entities become what they stand for, in the words and in the voice', () => {
    const { cues, problems, browsers } = one('<v Jan &amp; Piet>A &amp; B &lt;3 &eacute;&#233;&nbsp;!');
    expect(cues[0]?.text).toBe('A & B <3 éé\u00a0!');
    expect(cues[0]?.voice).toBe('Jan & Piet');
    expect([problems, browsers]).toEqual([[], []]);
  });

  test('nested tags: the inner theme counts, emphasis and language go on inside', () => {
    const { cues, problems } = one('<v A>x <i><c.rust>stil <c.samen>en</c></c> <lang en>still</lang></i>');
    expect(cues[0]?.parts).toEqual([
      { text: 'x ' },
      { text: 'stil ', theme: 'rust', emphasis: true },
      { text: 'en', theme: 'samen', emphasis: true },
      { text: ' ', emphasis: true },
      { text: 'still', lang: 'en', emphasis: true },
    ]);
    expect(cues[0]?.classes).toEqual(['rust', 'samen']);
    expect(problems).toEqual([]);
  });

  test('two classes on one phrase are two themes of the cue', () => {
    const { cues, browsers } = one('<v A><c.rust.samen>stil</c>');
    expect([cues[0]?.classes, cues[0]?.parts, browsers]).toEqual([
      ['rust', 'samen'],
      [{ text: 'stil', theme: 'rust' }],
      [],
    ]);
  });

  test('line breaks stay inside the text', () =>
    expect(one('<v A>een\n<c.rust>twee</c>').cues[0]?.parts).toEqual([
      { text: 'een\n' },
      { text: 'twee', theme: 'rust' },
    ]));

  test('a cue that is too long is told as it is, and read by nobody', () => {
    const { cues, places, browsers } = parse(
      `WEBVTT\n\n${cue(`<v A>${'& '.repeat(1000)}`)}\n${cue('<v A>goed', 'a-2')}`,
    );
    expect([places, browsers]).toEqual([[['vtt-syntax', 3, undefined]], []]);
    expect(cues.map(({ id }) => id)).toEqual(['a-2']);
  });

  test('a number that is another sign in browsers is reported', () => {
    expect(one('<v A>sla&#128;apt').browsers).toEqual([3]);
    expect(one('<v A&#128;>x').cues[0]?.voice).toBe('A€');
  });

  test('a sign that is none is told, as a browser reads nothing behind it', () =>
    expect(one('<v A>een\ntw\uFFFFee').places).toEqual([['vtt-syntax', 6, 3]]));

  test.each(['<v  Mila>x', '<v Mila >x', '<v\t Mila>x', '<v.a Mila\n>x'])(
    'spaces around a name are told: %j',
    (words) => expect(one(words).places).toContainEqual(['vtt-syntax', 5, undefined]),
  );

  test('20,000 tags within tags are a problem of that one cue', () => {
    const { cues, places } = parse(`WEBVTT\n\n${cue('<i>'.repeat(20_000))}\n${cue('<v A>goed', 'a-2')}`);
    expect(places).toEqual([['vtt-syntax', 3, undefined]]);
    expect(cues.map(({ id }) => id)).toEqual(['a-2']);
  });

  test('what was written in another way than browsers agree on is reported', () => {
    expect(one('<v A>een\u2028twee').browsers).toEqual([3]);
    expect(one('<v A>u2029').browsers).toEqual([3]);
    expect(one('<v A>&#128512;').browsers).toEqual([3]);
  });
});

describe('where an error stands', () => {
  test('in the words: the line and column of the file', () => {
    const { places } = one('<v A>eerste regel\ntweede & <c.rust>regel');
    expect(places.map(([, line]) => line)).toEqual([6, 6]);
    expect(places[0]?.[2]).toBeGreaterThan(7);
  });

  test('in the times', () => expect(parse('WEBVTT\n\na-1\n00:01 --> 00:00:02.000\n<v A>x\n').places[0]?.[1]).toBe(4));

  test('an arrow in an id makes the id a line of times', () => {
    const { cues, places } = parse(`WEBVTT\n\na-->1\n00:00:01.000 --> 00:00:02.000\n<v A>x\n\n${cue('<v A>y', 'a-2')}`);
    expect(places[0]?.slice(0, 2)).toEqual(['vtt-syntax', 3]);
    expect(cues.at(-1)?.id).toBe('a-2');
  });

  test('a missing empty line above a cue, or below the header', () => {
    const { cues, places, browsers } = parse(`WEBVTT\n\n${cue('<v A>x')}${cue('<v A>y', 'a-2')}`);
    expect(places).toEqual([['vtt-syntax', 6, undefined]]);
    expect(cues.map(({ id, text, lines }) => [id, text, lines.timing])).toEqual([
      ['a-1', 'x', 4],
      ['a-2', 'y', 7],
    ]);
    expect(browsers).toEqual([]);
    expect(parse(`WEBVTT\n${cue('<v A>x')}`).places).toEqual([['vtt-syntax', 2, undefined]]);
    expect(parse('WEBVTT\nKind: captions\n00:00:01.000 --> 00:00:02.000\nx\n').places[0]?.[1]).toBe(3);
  });

  test('an id without a cue', () =>
    expect(parse(`WEBVTT\n\nlos\n\n${cue('<v A>x')}`).places).toEqual([['vtt-syntax', 3, undefined]]));

  test('no signature', () => {
    expect(parse(cue('<v A>x')).places[0]).toEqual(['vtt-syntax', 1, undefined]);
    expect(parse('').places).toEqual([['vtt-syntax', 1, undefined]]);
  });
});

describe('the file', () => {
  test('any kind of line ending gives the same cues and lines', () => {
    const text = `WEBVTT\n\n${cue('<v A>x')}\n${cue('<v A>y\nz', 'a-2')}`;
    const windows = parse(text.replaceAll('\n', '\r\n'));
    expect(windows).toEqual(parse(text));
    expect(windows.cues[1]?.lines).toEqual({ id: 7, timing: 8, text: 9 });
  });

  test('header lines, notes, styles and regions are no problems', () => {
    const head =
      'WEBVTT - een film\nKind: captions\nLanguage: nl\n\nREGION\nid:a\n\nNOTE\nuitleg\n\nSTYLE\n::cue { color: red }\n\n';
    const { cues, problems, browsers } = parse(`${head}${cue('<v A>x')}\nNOTE\nmeer\n`);
    expect(cues[0]?.lines).toEqual({ id: 14, timing: 15, text: 16 });
    expect([problems, browsers]).toEqual([[], []]);
  });

  test('a last cue without a line ending', () =>
    expect(parse(`WEBVTT\n\n${cue('<v A>x').trimEnd()}`).browsers).toEqual([]));

  test('cues stay in the order of the file', () => {
    const late = cue('<v A>x').replaceAll('00:00:0', '00:01:0');
    expect(parse(`WEBVTT\n\n${late}\n${cue('<v A>y', 'a-2')}`).cues.map(({ id }) => id)).toEqual(['a-1', 'a-2']);
  });

  test('times are whole milliseconds', () => {
    const { cues } = parse('WEBVTT\n\na-1\n01:00:01.001 --> 100:00:02.999\n<v A>x\n');
    expect([cues[0]?.start, cues[0]?.end]).toEqual([3_601_001, 360_002_999]);
  });

  test('a score without times is one problem', () => {
    const zero = (id: string) => `${id}\n00:00:00.000 --> 00:00:00.000\n<v A>x\n`;
    expect(parse(`WEBVTT\n\n${zero('a-1')}\n${zero('a-2')}`).places).toEqual([['not-timed', 4, undefined]]);
  });

  test('10,000 cues take seconds, not minutes', { timeout: 20_000 }, () => {
    const many = Array.from({ length: 10_000 }, (_, nth) => cue('<v A>x <c.rust>y</c>', `a-${nth}`)).join('\n');
    const { cues, problems, browsers } = parse(`WEBVTT\n\n${many}`);
    expect([cues.length, problems.length, browsers.length]).toEqual([10_000, 0, 0]);
  });
});
