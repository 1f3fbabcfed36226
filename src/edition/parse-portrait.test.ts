import { expect, test } from 'vitest';
import { countWords, parseArticle } from './parse-portrait';
import type { Problem } from './problems';

function parse(text: string) {
  const problems: Problem[] = [];
  const article = parseArticle({ file: 'anna.nl.md', text }, 'Anna', problems);
  return { article, problems, places: problems.map(({ code, line }) => [code, line]) };
}

const head = '# Anna\n\nWie Anna is.\n\n';
const section = (text: string) => parse(`${head}## Thuis {#thuis}\n\n${text}\n`);

test('reads title, headline, facts and paragraphs with their cues', () => {
  const { article, problems } = parse(
    `${head}- Leeftijd: 63\n- Woont: in Zandvoort: aan zee\n\n## Alleen *formulieren* {#formulieren cues="a-1 a-2"}\n\n[Twee jaar](cue:a-1) lang.\n\nEn nog.\n`,
  );
  expect(problems).toEqual([]);
  expect(article.title.text).toBe('Anna');
  expect(article.facts).toEqual([
    { label: 'Leeftijd', value: '63' },
    { label: 'Woont', value: 'in Zandvoort: aan zee' },
  ]);
  expect(article.sections[0]).toMatchObject({
    id: 'formulieren',
    title: 'Alleen formulieren',
    cues: ['a-1', 'a-2'],
    line: 8,
  });
  expect(article.sections[0]?.text).toEqual([
    [
      { kind: 'cue', cue: 'a-1', parts: [{ kind: 'text', text: 'Twee jaar' }] },
      { kind: 'text', text: ' lang.' },
    ],
    [{ kind: 'text', text: 'En nog.' }],
  ]);
  expect(countWords(article)).toBe(18);
});

test('emphasis, links and line breaks', () => {
  const { article, problems } = section('Een *heel **goede***\nzin [met](https://example.org/a?b=1&c=2).');
  expect(problems).toEqual([]);
  expect(article.sections[0]?.text[0]).toEqual([
    { kind: 'text', text: 'Een ' },
    {
      kind: 'emphasis',
      parts: [
        { kind: 'text', text: 'heel ' },
        { kind: 'strong', parts: [{ kind: 'text', text: 'goede' }] },
      ],
    },
    { kind: 'text', text: ' zin ' },
    { kind: 'link', href: 'https://example.org/a?b=1&c=2', parts: [{ kind: 'text', text: 'met' }] },
    { kind: 'text', text: '.' },
  ]);
});

test.each([
  ['http://example.org'],
  ['javascript:alert(1)'],
  ['/nl/over/'],
  ['//example.org'],
  ['data:text/html,x'],
  ['mailto:anna@example.org'],
  ['https://anna:secret@example.org/'],
  ['HTTPS:example.org'],
  ['cue:'],
  ['cue:A 1'],
])('refuses a link to %s and keeps its words', (address) => {
  const { article, places } = section(`[hier](<${address}>)`);
  expect(places).toEqual([['link-not-allowed', 7]]);
  expect(article.sections[0]?.text[0]).toEqual([{ kind: 'text', text: 'hier' }]);
});

test.each([
  ['markdown-html', '<div>tekst</div>'],
  ['markdown-html', 'een <script>alert(1)</script>'],
  ['markdown-html', '<!-- stil -->'],
  ['markdown-unsupported', '![foto](https://example.org/a.jpg)'],
  ['markdown-unsupported', '```\ncode\n```'],
  ['markdown-unsupported', '    code'],
  ['markdown-unsupported', 'een `code`'],
  ['markdown-unsupported', '> citaat'],
  ['markdown-unsupported', '- lijst'],
  ['markdown-unsupported', '### Kop'],
  ['markdown-unsupported', '# Kop'],
  ['markdown-unsupported', '***'],
  ['markdown-unsupported', '| a | b |\n|---|---|\n| c | d |'],
  ['markdown-unsupported', '[a]: https://example.org'],
])('%s: %s', (code, text) => {
  const { places } = section(`Tekst.\n\n${text}`);
  expect(places).toEqual([[code, 9]]);
});

test('HTML in a title, in a fact and in the headline is refused as well', () => {
  const { places } = parse('# <b>Anna</b>\n\nWie <i>Anna</i> is.\n\n- <b>a</b>: b\n\n## <u>T</u> {#t}\n\nTekst.\n');
  expect(places).toEqual([
    ['markdown-html', 1],
    ['markdown-html', 3],
    ['markdown-html', 5],
    ['markdown-html', 7],
  ]);
});

test.each(['{#Thuis}', '{#thuis cue="a-1"}', '{#thuis cues="A 1"}', '{thuis}', '{#constructor}'])(
  'refuses %s behind a title',
  (braces) => {
    expect(parse(`${head}## Thuis ${braces}\n\nTekst.\n`).places).toEqual([['paragraph-id-form', 5]]);
  },
);

test('what is missing', () => {
  expect(parse('').places).toEqual([
    ['title-missing', 1],
    ['headline-missing', 1],
  ]);
  expect(parse(`${head}## Thuis\n`).places).toEqual([
    ['paragraph-without-id', 5],
    ['paragraph-empty', 5],
  ]);
});

test('a text that is far too long is told as that, at once', () => {
  const { places, problems } = parse(head + '**a'.repeat(30_000));
  expect(places[0]).toEqual(['markdown-unsupported', 1]);
  expect(problems[0]?.message).toContain('20000 characters');
});
