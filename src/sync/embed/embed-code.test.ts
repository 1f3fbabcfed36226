import { describe, expect, test } from 'vitest';
import { elementCode, EMBED_FORMS, frameBox, iframeCode, linkCode, type EmbedSize } from './embed-code';
import { USUAL_CHOICE } from './embed-link';

const wide: EmbedSize = { kind: 'fill', form: 'wide' };
const usual = { address: 'https://film.example/embed/nl/', title: 'Film: De film', size: wide, sandbox: false };
const HOSTILE = `"><script>alert(1)</script> & ' 'x' onload="y" 💔 &quot;`;
const ESCAPED = `&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ' 'x' onload=&quot;y&quot; 💔 &amp;quot;`;
const attribute = (code: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(code)?.[1];

describe('a frame', () => {
  test('fills the column, and is a good size without its styles too', () => {
    const code = iframeCode(usual);
    expect(['width', 'height', 'style'].map((name) => attribute(code, name))).toEqual([
      '100%',
      '360',
      'border:0;width:100%;height:auto;aspect-ratio:16/9',
    ]);
    expect(code).not.toContain('sandbox');
    expect(code.match(/[<>]/g)).toHaveLength(4);
  });

  test('measured in pixels is never wider than its column', () => {
    const code = iframeCode({ ...usual, size: { kind: 'fixed', width: 400, height: 300 } });
    expect(['width', 'height', 'style'].map((name) => attribute(code, name))).toEqual([
      '400',
      '300',
      'border:0;max-width:100%;height:auto;aspect-ratio:400/300',
    ]);
  });

  test('closed off has no origin of its own, and so no storage', () => {
    const tokens = attribute(iframeCode({ ...usual, sandbox: true }), 'sandbox')!.split(' ');
    expect(tokens).toContain('allow-scripts');
    expect(tokens).not.toContain('allow-same-origin');
    expect(tokens.filter((token) => token.includes('navigation'))).toEqual([]);
  });

  test('lets nothing out of its attributes', () => {
    const code = iframeCode({ ...usual, title: HOSTILE, address: `https://film.example/?a=1&b="><x>` });
    expect(code).toContain(` title="${ESCAPED}" `);
    expect(code).toContain('src="https://film.example/?a=1&amp;b=&quot;&gt;&lt;x&gt;"');
    expect(code.match(/[<>]/g)).toHaveLength(4);
  });
});

describe('the room that a frame has', () => {
  test.each<[EmbedSize, number, number, number]>([
    [wide, 328, 328, 185],
    [wide, 1040, 1040, 585],
    [{ kind: 'fixed', width: 640, height: 480 }, 328, 328, 246],
    [{ kind: 'fixed', width: 640, height: 360 }, 1040, 640, 360],
  ])('%o in %d px is %d by %d', (size, column, width, height) =>
    expect(frameBox(size, column)).toEqual({ width, height }),
  );

  test('each form is higher than the one before, on a phone and on a wide page', () => {
    for (const column of [280, 328, 688, 1040]) {
      const heights = EMBED_FORMS.map((form) => frameBox({ kind: 'fill', form }, column).height);
      expect(heights, String(column)).toEqual(heights.toSorted((one, other) => one - other));
      expect(new Set(heights).size).toBe(heights.length);
    }
  });

  test('is what its styles say', () => {
    for (const form of EMBED_FORMS)
      for (const column of [280, 640, 1040]) {
        const style = attribute(iframeCode({ ...usual, size: { kind: 'fill', form } }), 'style')!;
        const [, across = 0, down = 0] = /aspect-ratio:(\d+)\/(\d+)/.exec(style)!.map(Number);
        const least = Number(/min-height:(\d+)px/.exec(style)?.[1] ?? 0);
        expect(frameBox({ kind: 'fill', form }, column).height).toBe(
          Math.max(least, Math.round((column * down) / across)),
        );
      }
  });
});

describe('an element', () => {
  const element = {
    script: 'https://film.example/embed/dichterbij-film.js',
    language: 'nl',
    choice: { ...USUAL_CHOICE, chapter: 'sander', start: 72.5, overlays: false, subtitles: ['nl', 'en'] },
    label: 'Film',
    alternative: { href: 'https://film.example/nl/#sander', text: 'Bekijk de film' },
  };

  test('says what is chosen as an address would, with a link inside', () =>
    expect(elementCode(element)).toBe(
      [
        '<script type="module" src="https://film.example/embed/dichterbij-film.js" referrerpolicy="no-referrer"></script>',
        '<dichterbij-film language="nl" chapter="sander" start="72.5" overlays="off" subtitles="nl,en" label="Film">',
        '  <a href="https://film.example/nl/#sander">Bekijk de film</a>',
        '</dichterbij-film>',
      ].join('\n'),
    ));

  test('of a version that never changes says which one', () =>
    expect(elementCode({ ...element, integrity: 'sha384-abc' })).toContain(
      'dichterbij-film.js" referrerpolicy="no-referrer" integrity="sha384-abc" crossorigin="anonymous"></script>',
    ));

  test('lets nothing out', () => {
    const code = elementCode({
      ...element,
      label: HOSTILE,
      choice: { ...USUAL_CHOICE, chapter: HOSTILE },
      alternative: { href: `https://film.example/"><x>`, text: HOSTILE },
    });
    expect(code).toContain(` chapter="${ESCAPED}" label="${ESCAPED}"`);
    expect(code).toContain(`>${ESCAPED}</a>`);
    expect(code.match(/[<>]/g)).toHaveLength(12);
  });
});

test('a link', () =>
  expect(linkCode({ href: 'https://film.example/nl/?a&b', text: 'Kijk & lees' })).toBe(
    '<a href="https://film.example/nl/?a&amp;b">Kijk &amp; lees</a>',
  ));
