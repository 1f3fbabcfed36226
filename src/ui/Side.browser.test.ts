import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Side from './Side.svelte';

const word = createRawSnippet(() => ({ render: () => '<i>gast</i>' }));

test.for([
  ['round', '50%'],
  ['straight', '50% 50% 0px 0px'],
] as const)('a %s side has a mark of that shape beside its word', async ([shape, corners]) => {
  const { getByText, container } = await render(Side, { shape, children: word });
  await expect.element(getByText('gast')).toBeVisible();
  expect(getComputedStyle(container.querySelector('.mark')!).borderRadius).toBe(corners);
});
