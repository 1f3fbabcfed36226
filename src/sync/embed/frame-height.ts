/** Tells how high a page is, in whole CSS pixels, at the start and whenever that changes. */
export class FrameHeight {
  /** What was told last. */
  told: number | undefined;
  #observer: ResizeObserver | undefined;

  constructor(
    readonly page: HTMLElement,
    readonly tell: (height: number) => void,
  ) {}

  start(): void {
    this.#observer ??= new ResizeObserver(() => {
      const height = Math.ceil(this.page.getBoundingClientRect().height);
      if (height === this.told || height < 1) return;
      this.told = height;
      this.tell(height);
    });
    this.#observer.observe(this.page);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.told = undefined;
  }
}
