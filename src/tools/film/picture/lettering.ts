/** The only words in the picture: the title, and what this film is. The page draws everything else. */
import { ease } from './motion';
import type { Story } from './story';

const READING = `'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,'Book Antiqua',Georgia,'Liberation Serif',serif`;

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function line(text: string, y: number, size: number, opacity: number, style = ''): string {
  return `<text x="640" y="${y.toFixed(1)}" font-size="${size}" text-anchor="middle" fill="#fff7ec" opacity="${opacity.toFixed(3)}" ${style}>${escape(text)}</text>`;
}

export function drawLettering(story: Story, seconds: number): string {
  const left = story.leadIn - seconds;
  const fromEnd = seconds - (story.seconds - story.tail);
  if (left < -0.4 && fromEnd < 0) return '';
  const opening = ease(seconds, 0.25, 1.1) * ease(left, -0.35, 0.45);
  const closing = ease(fromEnd, 0.5, 1.5) * ease(story.tail - fromEnd, 0.15, 0.75);
  const rise = (1 - ease(seconds, 0.25, 1.6)) * 8;
  const parts: string[] = [];
  if (opening > 0.001) {
    parts.push(line(story.title, 236 + rise, 66, opening, 'letter-spacing="-0.6"'));
    story.opening.forEach((text, index) =>
      parts.push(
        line(
          text,
          290 + index * 30 + rise,
          20,
          opening * (index ? 0.72 : 0.92),
          index ? 'font-style="italic"' : 'letter-spacing="0.3"',
        ),
      ),
    );
  }
  if (closing > 0.001)
    story.closing.forEach((text, index) =>
      parts.push(
        line(
          text,
          136 + index * 31,
          index ? 20 : 24,
          closing * (index ? 0.72 : 0.95),
          index ? 'font-style="italic"' : 'letter-spacing="0.2"',
        ),
      ),
    );
  return `<g font-family="${READING}">${parts.join('')}</g>`;
}
