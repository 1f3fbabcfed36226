import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareFixture, smallFixture } from '../../tests/fixtures/prepare-fixture';
import { run } from './check-command';

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function check(root: string, ...args: string[]): number {
  vi.stubEnv('EDITION_ROOT', root);
  vi.stubEnv('EDITION', '');
  return run(args);
}

test('an edition without problems ends well', () => {
  expect(check(smallFixture)).toBe(0);
  expect(printed).toBe('0 errors, 0 warnings.\n');
});

test('warnings do not stop a build', () => {
  const { root, remove } = prepareFixture('gap-loose');
  expect(check(root)).toBe(0);
  remove();
  expect(printed).toMatchInlineSnapshot(`
    "subtitles/broodlicht/nl.vtt
        39  warning: The cue "tom-04" begins 240 ms after the cue above it: a flicker.
            Close it to 80 ms, or leave half a second or more. [gap-loose]

    0 errors, 1 warning.
    "
  `);
});

test('errors do; --json gives the same to programs', () => {
  const { root, remove } = prepareFixture('unknown-voice');
  expect(check(root, '--json')).toBe(1);
  remove();
  expect(JSON.parse(printed)).toMatchInlineSnapshot(`
    [
      {
        "code": "unknown-voice",
        "file": "subtitles/broodlicht/en.vtt",
        "help": "Use one of: Mila, Tom, Narrator.",
        "line": 33,
        "message": "Nobody is called "Thom".",
        "severity": "error",
      },
    ]
  `);
});
