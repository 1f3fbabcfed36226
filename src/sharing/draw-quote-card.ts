/** A quote as a picture, made on the device: nothing is sent for it, nothing is fetched for it. */
import type { Language } from '../language/language.svelte';
import { clockText } from '../timeline/clock-time';
import { archPath } from '../ui/plate';
import { shortAddress, wordsOf, type QuoteCard } from './quote-card';
import { layoutQuoteCard, SIDE, type Face, type Ink, type PlacedText, type QuoteCardLayout } from './quote-card-layout';

/** The light colours of tokens.css: a picture goes to other people's screens, whatever the screen it was made on. */
export const COLOURS = {
  paper: '#fbf7f1',
  line: '#e4dbce',
  edge: '#8a7c6d',
  ink: '#211c17',
  'ink-soft': '#574d44',
  client: '#a8432a',
  manager: '#1d5a63',
  closeness: '#5b2c45',
  'client-wash': '#f8e3d9',
  'manager-wash': '#dcecec',
} as const;

export async function drawQuoteCard(card: QuoteCard, { t, digits }: Pick<Language, 't' | 'digits'>): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const ink = canvas.getContext('2d');
  if (!ink) throw new Error('This browser draws no pictures.');

  const fontOf = fonts();
  const measure = (text: string, face: Face) => {
    ink.font = fontOf(face);
    return ink.measureText(text).width;
  };
  const layout = layoutQuoteCard(
    {
      quote: wordsOf(card, t),
      name: card.name,
      side: card.side,
      retold: card.wording === 'retold' ? t('quote.retold') : undefined,
      film: `${card.title} · ${digits(clockText(card.time))}`,
      address: shortAddress(card.address),
    },
    measure,
  );

  ink.fillStyle = COLOURS.paper;
  ink.fillRect(0, 0, SIDE, SIDE);
  drawPlate(ink, card, layout.plateHeight);
  drawMarks(ink, card, layout);
  for (const text of layout.texts) {
    ink.font = fontOf(text.face);
    drawText(ink, card, text);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png');
  });
}

/** The same letters as the page has. */
function fonts(): (face: Face) => string {
  const style = getComputedStyle(document.documentElement);
  const families = {
    reading: style.getPropertyValue('--reading') || 'serif',
    interface: style.getPropertyValue('--interface') || 'sans-serif',
  };
  return ({ family, weight, size }) => `${weight} ${size}px ${families[family]}`;
}

/** Sky and ground as wide as the picture; the shapes stand a little towards the end, as somebody looks from the first word. */
function drawPlate(ink: CanvasRenderingContext2D, { plate, direction }: QuoteCard, height: number): void {
  const [x, y, radius] = plate.circle;
  const scale = height / 100;
  const arch = new Path2D(archPath(plate.arch));
  const circle = new Path2D();
  circle.arc(x, y, radius, 0, 2 * Math.PI);

  ink.save();
  ink.beginPath();
  ink.rect(0, 0, SIDE, height);
  ink.clip();
  ink.fillStyle = COLOURS['manager-wash'];
  ink.fillRect(0, 0, SIDE, height);
  ink.fillStyle = COLOURS['client-wash'];
  ink.fillRect(0, plate.ground * scale, SIDE, height);
  ink.translate(SIDE * (direction === 'rtl' ? 0.36 : 0.64) - 50 * scale, 0);
  ink.scale(scale, scale);
  ink.fillStyle = COLOURS.manager;
  ink.fill(arch);
  ink.fillStyle = COLOURS.client;
  ink.fill(circle);
  ink.clip(arch);
  ink.fillStyle = COLOURS.closeness;
  ink.fill(circle);
  ink.restore();
}

function drawMarks(ink: CanvasRenderingContext2D, { shape, direction }: QuoteCard, layout: QuoteCardLayout): void {
  const { mark, pill, rule } = layout;
  const left = (box: { x: number; width: number }) => (direction === 'rtl' ? SIDE - box.x - box.width : box.x);
  const first = layout.texts[0]?.x ?? 0;
  ink.fillStyle = COLOURS.line;
  ink.fillRect(first, rule, SIDE - 2 * first, 2);

  ink.fillStyle = sideColour(shape);
  ink.beginPath();
  const radius = mark.width / 2;
  if (shape === 'round') ink.arc(left(mark) + radius, mark.y + radius, radius, 0, 2 * Math.PI);
  else ink.roundRect(left(mark), mark.y - 0.14 * mark.width, mark.width, 1.14 * mark.height, [radius, radius, 0, 0]);
  ink.fill();

  if (!pill) return;
  ink.strokeStyle = COLOURS.edge;
  ink.lineWidth = 2;
  ink.beginPath();
  ink.roundRect(left(pill), pill.y, pill.width, pill.height, pill.height / 2);
  ink.stroke();
}

function drawText(ink: CanvasRenderingContext2D, { shape, direction }: QuoteCard, text: PlacedText): void {
  const colours: Record<Ink, string> = { ink: COLOURS.ink, soft: COLOURS['ink-soft'], side: sideColour(shape) };
  ink.fillStyle = colours[text.ink];
  ink.direction = text.address ? 'ltr' : direction;
  ink.textAlign = direction === 'rtl' ? 'right' : 'left';
  ink.fillText(text.text, direction === 'rtl' ? SIDE - text.x : text.x, text.y);
}

const sideColour = (shape: QuoteCard['shape']) => (shape === 'round' ? COLOURS.client : COLOURS.manager);
