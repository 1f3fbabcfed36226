import { expect, test } from 'vitest';
import { iframeLine } from './iframe-line';

const usual = { src: 'https://film.example.org/embed/nl/', title: 'De film', width: 640, height: 480 };

test('is one frame with a name, loaded when it comes near, that may do what the film does', () => {
  expect(iframeLine(usual)).toBe(
    '<iframe src="https://film.example.org/embed/nl/" title="De film" width="640" height="480"' +
      ' style="border:0;max-width:100%;height:auto;aspect-ratio:640/480" loading="lazy" allow="clipboard-write"' +
      ' allowfullscreen referrerpolicy="no-referrer"></iframe>',
  );
});

test('takes as much room as there is', () => expect(iframeLine({ ...usual, width: '100%' })).toContain('width="100%"'));

test('lets nothing out of its attributes', () => {
  const line = iframeLine({
    ...usual,
    src: 'https://a.example/?a=1&b="><script>',
    title: `"'><img src=x onerror=y>&lt;`,
  });
  expect(line).toContain('src="https://a.example/?a=1&amp;b=&quot;&gt;&lt;script&gt;"');
  expect(line).toContain(`title="&quot;'&gt;&lt;img src=x onerror=y&gt;&amp;lt;"`);
  expect(line.match(/[<>]/g)).toHaveLength(4);
});
