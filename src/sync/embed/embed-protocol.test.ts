import { describe, expect, test } from 'vitest';
import { EmbedListeners, MOST_LISTENERS } from './embed-listeners';
import { MOST_BYTES, writeMessage } from './embed-message';
import { decodeAsked, errorValue, OFFERED } from './embed-protocol';
import { ANSWERS, EVENTS } from './embed-values';
import type { EmbedCommand, EmbeddedState } from './embedded-film';

const asked = (method: unknown, value?: unknown, more: object = {}) =>
  decodeAsked(JSON.stringify({ context: 'player.js', version: '0.0.11', method, value, ...more }));

const STATE: EmbeddedState = {
  ...{ paused: true, ended: false, time: 72.5, duration: 300, volume: 50, muted: false, loop: true },
  chapter: { id: 'sander', title: 'Sander', index: 1 },
  ...{ quote: undefined, error: undefined, themes: ['luisteren'], theme: undefined, language: 'nl', subtitles: ['nl'] },
};

describe('commands', () => {
  test.each<[string, unknown, EmbedCommand]>([
    ['play', undefined, { kind: 'play' }],
    ['play', 'at once', { kind: 'play' }],
    ['pause', undefined, { kind: 'pause' }],
    ['mute', undefined, { kind: 'mute', muted: true }],
    ['unmute', undefined, { kind: 'mute', muted: false }],
    ['setVolume', 0, { kind: 'volume', volume: 0 }],
    ['setVolume', 100, { kind: 'volume', volume: 100 }],
    ['setVolume', 33.3, { kind: 'volume', volume: 33.3 }],
    ['setCurrentTime', 0, { kind: 'time', time: 0 }],
    ['setCurrentTime', 1e6, { kind: 'time', time: 1e6 }],
    ['seekTo', 12.25, { kind: 'time', time: 12.25 }],
    ['setLoop', true, { kind: 'loop', loop: true }],
    ['setLoop', false, { kind: 'loop', loop: false }],
    ['setChapter', 'sander', { kind: 'chapter', chapter: 'sander' }],
    ['setTheme', 'op-tijd-2', { kind: 'theme', theme: 'op-tijd-2' }],
    ['setLanguage', 'pt-BR', { kind: 'language', language: 'pt-BR' }],
    ['setSubtitles', [], { kind: 'subtitles', languages: [] }],
    ['setSubtitles', ['nl', 'en'], { kind: 'subtitles', languages: ['nl', 'en'] }],
  ])('%s %j', (method, value, command) => expect(asked(method, value)).toStrictEqual({ kind: 'do', command }));

  const NUMBERS = [undefined, null, '5', true, [5], {}, -1, -0.001, '__proto__'];
  const IDS = [undefined, null, '', 1, true, ['sander'], {}, 'Sander', 'a b', '../x', 'javascript:alert(1)', '<b>'];
  const MORE_IDS = ['__proto__', 'constructor', 'toString', 'x'.repeat(61), '\ud800', 'é', 'a--b', '-a', 'a\n'];
  test.each<[string, readonly unknown[]]>([
    ['setVolume', [...NUMBERS, 100.001, 1e9]],
    ['setCurrentTime', [...NUMBERS, 1_000_000.001, 1e300]],
    ['seekTo', NUMBERS],
    ['setLoop', [undefined, null, 0, 1, 'true', [true], {}]],
    ['setChapter', [...IDS, ...MORE_IDS]],
    ['setTheme', [...IDS, ...MORE_IDS]],
    ['setLanguage', [...IDS, 'nederlands', 'n', 'NL', 'nl-nl', 'nl/..', 'nl\n', '__proto__']],
    [
      'setSubtitles',
      [...IDS, 'nl', 'off', ['nl', 'nl'], ['nl', 'en', 'de'], [['nl']], ['nl', null], [''], { length: 1 }],
    ],
    [
      'addEventListener',
      [undefined, null, 1, 'readyy', 'progress', 'toString', '__proto__', ['play'], { event: 'play' }],
    ],
    ['removeEventListener', [undefined, null, 'click', 'constructor']],
  ])('%s takes nothing else', (method, values) =>
    expect(values.filter((value) => asked(method, value) !== undefined)).toEqual([]),
  );

  // What JSON has no word for, but reads all the same.
  test.each(['1e999', '-1e999', 'NaN', 'Infinity', '0x10', '1_000', '.5', '+1'])('no number written as %s', (number) =>
    expect(decodeAsked(`{"context":"player.js","method":"setCurrentTime","value":${number}}`)).toBeUndefined(),
  );
});

describe('getters', () => {
  test.each<[keyof typeof ANSWERS, unknown]>([
    ['getPaused', true],
    ['getMuted', false],
    ['getVolume', 50],
    ['getDuration', 300],
    ['getCurrentTime', 72.5],
    ['getLoop', true],
    ['getChapter', STATE.chapter],
    ['getTheme', null],
    ['getLanguage', 'nl'],
    ['getSubtitles', ['nl']],
  ])('%s', (method, value) => {
    const question = asked(method, undefined, { listener: 'a' });
    expect(question).toMatchObject({ kind: 'get', method, listener: 'a' });
    const answer = question?.kind === 'get' && question.read(STATE);
    expect(answer).toEqual(value);
    expect(ANSWERS[method](answer)).toEqual(value);
  });

  test('the aliases answer under the name that was asked', () => {
    expect(asked('isPaused')).toMatchObject({ kind: 'get', method: 'isPaused' });
    expect(asked('isMuted')).toMatchObject({ kind: 'get', method: 'isMuted' });
    const question = asked('isPaused');
    expect(question?.kind === 'get' && question.read(STATE)).toBe(true);
  });
});

test('listening, with and without a name', () => {
  for (const event of Object.keys(EVENTS)) {
    expect(asked('addEventListener', event, { listener: 'x' })).toEqual({ kind: 'listen', event, listener: 'x' });
    expect(asked('removeEventListener', event)).toEqual({ kind: 'forget', event, listener: undefined });
  }
});

test('all that is offered is understood, and nothing twice', () => {
  const { events, methods } = OFFERED;
  expect(events).toEqual(Object.keys(EVENTS));
  expect(new Set(methods).size).toBe(methods.length);
  expect(methods).toEqual(expect.arrayContaining([...Object.keys(ANSWERS), 'play', 'addEventListener']));
  expect(methods).not.toContain('seekTo');
  const values = [undefined, 1, true, 'nl', ['nl'], 'play'];
  for (const method of methods) expect(values.some((value) => asked(method, value))).toBe(true);
  expect(
    new TextEncoder().encode(writeMessage({ event: 'ready', value: { src: '', ...OFFERED } })).length,
  ).toBeLessThan(MOST_BYTES / 4);
});

describe('no message', () => {
  const play = { context: 'player.js', version: '0.0.11', method: 'play' };
  const text = JSON.stringify(play);

  test('the smallest one is a message', () => {
    expect(decodeAsked(text)).toBeDefined();
    expect(decodeAsked('{"context":"player.js","method":"play"}')).toBeDefined();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an object instead of a string', play],
    ['a string object', Object(text)],
    ['what becomes a string', { toString: () => text }],
    ['bytes', new TextEncoder().encode(text)],
    ['an array in JSON', `[${text}]`],
    ['a string in JSON', JSON.stringify(text)],
    ['a number', '1'],
    ['null in JSON', 'null'],
    ['no JSON', 'play'],
    ['the empty string', ''],
    ['half of it', text.slice(0, -1)],
    ['two', `${text}${text}`],
    ['code', '{context:"player.js",method:"play"}'],
  ])('%s', (_, data) => expect(decodeAsked(data)).toBeUndefined());

  test.each([undefined, null, 'player.JS', 'playerjs', 'vimeo', ['player.js'], { 'player.js': 1 }])(
    'of context %j',
    (context) => expect(decodeAsked(JSON.stringify({ ...play, context }))).toBeUndefined(),
  );

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'eval',
    'Play',
    'play ',
  ])('with the method %s', (method) => expect(asked(method, 1)).toBeUndefined());
  test.each([null, 1, true, ['play'], { play: 1 }, [['play']]])('with the method %j', (method) =>
    expect(asked(method)).toBeUndefined(),
  );

  test('whose context or method is inherited', () => {
    expect(decodeAsked('{"__proto__":{"context":"player.js","method":"play"}}')).toBeUndefined();
    expect(decodeAsked('{"context":"player.js","__proto__":{"method":"play"}}')).toBeUndefined();
    expect(({} as { method?: string }).method).toBeUndefined();
  });

  test.each([null, 1, true, {}, ['x'], 'x'.repeat(201)])('with the listener %j', (listener) =>
    expect(asked('play', undefined, { listener })).toBeUndefined(),
  );
  test('but with one of 200 characters, whatever they are', () => {
    expect(asked('play', undefined, { listener: 'x'.repeat(200) })).toBeDefined();
    expect(asked('getLoop', undefined, { listener: '\ud800<b>' })).toMatchObject({ listener: '\ud800<b>' });
  });

  const long = (bytes: number, filler: string) => {
    const start = text.replace('}', ',"x":"');
    return `${start}${filler.repeat(Math.ceil((bytes - start.length - 2) / new TextEncoder().encode(filler).length))}"}`;
  };
  test('of more than 4096 bytes', () => {
    expect(decodeAsked(long(MOST_BYTES, 'x'))).toBeDefined();
    expect(decodeAsked(long(MOST_BYTES + 1, 'x'))).toBeUndefined();
    const accents = long(MOST_BYTES + 100, 'é');
    expect(accents.length).toBeLessThan(MOST_BYTES);
    expect(decodeAsked(accents)).toBeUndefined();
  });

  test('nested as deep as it goes: what is not read does no harm', () => {
    expect(asked('play', JSON.parse(`${'['.repeat(1900)}${']'.repeat(1900)}`))).toBeDefined();
    expect(decodeAsked('['.repeat(MOST_BYTES))).toBeUndefined();
  });
});

test('errors have the codes of player.js', () => {
  const codes = [0, 1, 2, 3, 4].map((code) => errorValue({ code, msg: 'x' }).code);
  expect(codes).toEqual([-1, -1, -1, 1, 1]);
  expect(EVENTS.error(errorValue({ code: 4, msg: 'x' }))).toEqual({ code: 1, msg: 'x' });
});

describe('events arrive as they were sent', () => {
  const chapter = { id: 'sander', title: 'Sander', index: 0 };
  test.each<[keyof typeof EVENTS, unknown]>([
    ['ready', { src: 'https://film.example/embed/nl/', ...OFFERED }],
    ['timeupdate', { seconds: 1.5, duration: 300 }],
    ['error', { code: -1, msg: '' }],
    ['chapterchange', chapter],
    ['chapterchange', null],
    ['quotechange', { id: 'q', text: 'Kom binnen.', person: 'Sander' }],
    ['quotechange', null],
    ['themechange', { themes: [] }],
    ['themechange', { themes: ['luisteren', 'samen'] }],
    ['portraitopen', { person: 'sander' }],
    ['portraitopen', { person: 'sander', paragraph: 'p1' }],
    ['languagechange', { language: 'en' }],
    ['heightchange', 640],
  ])('%s %j', (event, value) => expect(EVENTS[event](value)).toStrictEqual(value));

  test('without a word that is not theirs', () => {
    expect(EVENTS.timeupdate({ seconds: 1, duration: 2, html: '<b>' })).toStrictEqual({ seconds: 1, duration: 2 });
    expect(EVENTS.play('anything')).toBeNull();
  });

  const NEVER = [
    undefined,
    0,
    -1,
    NaN,
    Infinity,
    '1',
    true,
    [],
    [1],
    {},
    'x'.repeat(5000),
    { seconds: '1', duration: 2 },
  ];
  const ALSO = [
    { seconds: 1 },
    { seconds: NaN, duration: 1 },
    { id: 'x', title: 'x', index: -1 },
    { code: 1.5, msg: '' },
  ];
  const LAST = [
    { themes: 'x' },
    { themes: [1] },
    { person: 1 },
    { language: '<b>' },
    20_001,
    1.5,
    { src: 'x', events: [] },
  ];
  test.each(Object.keys(EVENTS).filter((name) => !['play', 'pause', 'ended'].includes(name)))(
    '%s, or not at all',
    (name) =>
      expect(
        [...NEVER, ...ALSO, ...LAST].filter((value) => EVENTS[name as keyof typeof EVENTS](value) !== undefined),
      ).toEqual([]),
  );
});

describe('listeners', () => {
  test('are each told, the same one once', () => {
    const listeners = new EmbedListeners();
    expect(['a', 'b', 'a', undefined, undefined].map((name) => listeners.add('play', name))).toEqual([
      ...[true, true, false],
      ...[true, false],
    ]);
    expect([...listeners.of('play')]).toEqual(['a', 'b', undefined]);
    expect([...listeners.of('pause')]).toEqual([]);
  });

  test('go one at a time, or all of an event', () => {
    const listeners = new EmbedListeners();
    for (const name of ['a', 'b', 'c']) listeners.add('play', name);
    listeners.add('pause', 'a');
    listeners.remove('play', 'b');
    listeners.remove('play', 'nobody');
    listeners.remove('ended', undefined);
    expect([...listeners.of('play')]).toEqual(['a', 'c']);
    listeners.remove('play', undefined);
    expect([...listeners.of('play')]).toEqual([]);
    expect([...listeners.of('pause')]).toEqual(['a']);
  });

  test('are not more than 50, and who goes leaves room', () => {
    const listeners = new EmbedListeners();
    const added = Array.from({ length: 60 }, (_, index) => listeners.add(index % 2 ? 'play' : 'pause', `${index}`));
    expect(added.filter(Boolean)).toHaveLength(MOST_LISTENERS);
    listeners.remove('play', undefined);
    expect(listeners.add('ended', 'late')).toBe(true);
    for (let index = 0; index < 60; index++) listeners.add('ended', `${index}`);
    expect(listeners.of('ended').size + listeners.of('pause').size).toBe(MOST_LISTENERS);
  });
});
