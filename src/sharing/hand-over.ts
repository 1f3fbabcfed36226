/** How something leaves the page: the system's share sheet and its clipboard. Neither is there in every browser, and both may refuse. */

export const hasShareSheet = (): boolean => typeof navigator.share === 'function';

/** Some share sheets take words and addresses only. */
export function takesPictures(): boolean {
  const file = new File([], 'a.png', { type: 'image/png' });
  return hasShareSheet() && typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
}

/** False when the browser refuses. Somebody who closes the sheet again has only changed their mind. */
export async function openShareSheet(data: ShareData): Promise<boolean> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** False when the browser refuses: in a frame that may not, or on a page without `https:`, where there is no clipboard at all. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
