/** Where the steps from place to place are kept: in the browser's history, or nowhere in a frame of somebody else's page. */

/** A step that the browser's buttons lead back to, or that somebody has written into the address. */
export interface Step {
  /** Path of the address. */
  readonly path: string;
  /** With the sign `#`; empty when there is none. */
  readonly fragment: string;
  readonly scroll?: number | undefined;
  /** False for a step that the page has not made: somebody has written another fragment into the address. */
  readonly isOwn: boolean;
}

export interface Steps {
  /** Of the address at the start. */
  readonly fragment: string;
  /** From now on `restore` is called for every step that the browser's buttons lead to. Returns how to stop. */
  start(restore: (step: Step) => void): () => void;
  /** A new step; the one before keeps how far it was scrolled. */
  add(href: string): void;
  /** Another address for this step. */
  rewrite(href: string): void;
  /** Opens an address that can't be shown here. */
  leaveFor(href: string): void;
}

interface HistoryState {
  readonly scroll?: number;
}

export class BrowserSteps implements Steps {
  get fragment(): string {
    return location.hash;
  }

  start(restore: (step: Step) => void): () => void {
    const stop = new AbortController();
    history.scrollRestoration = 'manual';
    const onpopstate = () => {
      const state = history.state as HistoryState | null;
      restore({ path: location.pathname, fragment: location.hash, scroll: state?.scroll, isOwn: state !== null });
    };
    addEventListener('popstate', onpopstate, { signal: stop.signal });
    return () => stop.abort();
  }

  add(href: string): void {
    history.replaceState({ ...history.state, scroll: scrollY } satisfies HistoryState, '');
    history.pushState({} satisfies HistoryState, '', href);
  }

  rewrite(href: string): void {
    history.replaceState(history.state, '', href);
  }

  leaveFor(href: string): void {
    location.assign(href);
  }
}

/** The buttons of the browser belong to the page around: a frame that added steps would make its "back" seem broken. */
export class FrameSteps implements Steps {
  readonly fragment = '';
  start = () => () => {};
  add = (): void => {};
  rewrite = (): void => {};
  leaveFor(href: string): void {
    window.open(href, '_blank', 'noopener');
  }
}
