/** The next frame of a film, as the browser tells of it. */

/**
 * Milliseconds in which a film that begins has its first frame to itself: what changes on the page with it would hold that frame back. One
 * that takes longer is told to begin without.
 */
const FRAME_WITHIN = 150;

/** Not of a film that nobody sees, nor in every browser. */
export const tellsOfFrames = (video: HTMLVideoElement): boolean =>
  !document.hidden && 'requestVideoFrameCallback' in video;

/** Done when the frame is on the screen, or late; undefined where none is to come at once. */
export function comingFrame(video: HTMLVideoElement): Promise<void> | undefined {
  if (!tellsOfFrames(video) || video.readyState < video.HAVE_CURRENT_DATA) return undefined;
  return new Promise((resolve) => {
    // It is told of before it is painted.
    video.requestVideoFrameCallback(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_WITHIN);
  });
}
