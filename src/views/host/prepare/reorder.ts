/**
 * Changes the order of a list by pointer and by keyboard. A row is dragged by the part of it that is marked `data-grip`; Alt with an
 * arrow moves the row that has the focus. There are buttons beside it for who can do neither.
 */
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

type Move = (from: number, to: number) => boolean;

/** Pixels from the edge of the window within which a dragged row makes the page scroll, and how far it goes a frame. */
const EDGE = 72;
const SCROLL = 9;

/** Moves, and keeps the focus on what had it: browsers drop it from a row that is put elsewhere. */
export async function moveAndStay(move: () => boolean): Promise<void> {
  const focused = document.activeElement as HTMLElement | null;
  if (!move()) return;
  await tick();
  focused?.focus({ preventScroll: true });
  focused?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

export const reorder =
  (move: Move): Attachment<HTMLElement> =>
  (list) => {
    const rows = () => [...list.children] as HTMLElement[];
    let stopDrag = () => {};

    const onkeydown = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (step === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const index = rows().findIndex((row) => row.contains(event.target as Node));
      event.preventDefault();
      void moveAndStay(() => move(index, index + step));
    };

    const onpointerdown = (event: PointerEvent) => {
      const grip = (event.target as Element).closest<HTMLElement>('[data-grip]');
      if (!grip || event.button !== 0) return;
      event.preventDefault();
      stopDrag();
      stopDrag = startDrag(grip, event, rows(), move);
    };

    list.addEventListener('keydown', onkeydown);
    list.addEventListener('pointerdown', onpointerdown);
    return () => {
      stopDrag();
      list.removeEventListener('keydown', onkeydown);
      list.removeEventListener('pointerdown', onpointerdown);
    };
  };

function startDrag(grip: HTMLElement, first: PointerEvent, rows: readonly HTMLElement[], move: Move): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const from = rows.findIndex((row) => row.contains(grip));
  const own = rows[from]!;
  const boxes = rows.map((row) => row.getBoundingClientRect());
  const box = boxes[from]!;
  const gap = rows.length > 1 ? boxes[1]!.top - boxes[0]!.bottom : 0;
  const scrolledAtFirst = scrollY;
  let pointer = first.clientY;
  let to = from;

  const place = () => {
    const shift = pointer - first.clientY + scrollY - scrolledAtFirst;
    const middle = box.top + box.height / 2 + shift;
    const isBelow = (other: DOMRect) => middle > other.top + other.height / 2;
    to = boxes.filter((other, index) => index !== from && isBelow(other)).length;
    own.style.transform = `translateY(${shift}px)`;
    rows.forEach((row, index) => {
      if (index === from) return;
      const step = index > from && index <= to ? -1 : index < from && index >= to ? 1 : 0;
      row.style.transform = step === 0 ? '' : `translateY(${step * (box.height + gap)}px)`;
    });
  };

  let frame = 0;
  const scrollAtEdge = () => {
    const step = pointer < EDGE ? -SCROLL : pointer > innerHeight - EDGE ? SCROLL : 0;
    if (step !== 0) {
      scrollBy({ top: step, behavior: 'instant' });
      place();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  };

  const end = () => {
    stop.abort();
    cancelAnimationFrame(frame);
    delete own.dataset['dragged'];
    for (const row of rows) row.style.transform = '';
  };
  const isMine = ({ pointerId }: PointerEvent) => pointerId === first.pointerId;

  grip.setPointerCapture(first.pointerId);
  own.dataset['dragged'] = '';
  grip.addEventListener(
    'pointermove',
    (event) => {
      if (!isMine(event)) return;
      pointer = event.clientY;
      place();
    },
    { signal },
  );
  grip.addEventListener(
    'pointerup',
    (event) => {
      if (!isMine(event)) return;
      end();
      if (to !== from) move(from, to);
    },
    { signal },
  );
  grip.addEventListener('pointercancel', end, { signal });
  grip.addEventListener('lostpointercapture', end, { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal });
  frame = requestAnimationFrame(scrollAtEdge);
  return end;
}
