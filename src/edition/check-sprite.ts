/** The small pictures for the time bar fill their file, and are in the form of the film: otherwise others would show than are meant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonFile } from './json-file';
import { pictureSize } from './picture-size';
import { problem, type Problem } from './problems';
import type { Film } from './schema';
import { isFile } from './text-file';

export function checkSprite({ value, at }: JsonFile<Film>, root: string): Problem[] {
  const { sprite, width, height } = value.film;
  if (!sprite || !isFile(root, `public/${sprite.file}`)) return [];
  const { file: name, columns, rows } = sprite;
  const size = pictureSize(readFileSync(join(root, 'public', name)));
  if (!size) return [problem('sprite-unread', at('film', 'sprite', 'file'), { name })];
  const [wide, high] = [size.width / columns, size.height / rows];
  // Whole pixels: an even number of lines, as films have, may be one off on each side.
  const fits = Number.isInteger(wide) && Number.isInteger(high) && Math.abs((wide * height) / width - high) <= 2;
  return fits ? [] : [problem('sprite-grid', at('film', 'sprite'), { name, ...size, columns, rows })];
}
