/**
 * What is claimed of the site and its player, point by point: the 55 success criteria of WCAG 2.2 on levels A and AA, and EN 301 549,
 * chapter 7. `claims.test.ts` holds each claim against what stands behind it (`tests/support/claim-proofs.ts`).
 */

/** `meets` asks for a test of our own; what was only looked at or run through axe meets `as far as we know`. */
export type Verdict = 'meets' | 'asFarAsWeKnow' | 'partly' | 'nothing';

/** How it is known: a test of our own in a browser, the rules of axe, people of ours who looked, or something left untried. */
export type Ground = 'test' | 'axe' | 'looked' | 'notTried';

export interface Claim {
  /** As the norm numbers it; 1 to 4 are WCAG, 7 is EN 301 549. */
  readonly number: string;
  readonly verdict: Verdict;
  readonly grounds: readonly Ground[];
}

const claim = (number: string, verdict: Verdict, ...grounds: readonly Ground[]): Claim => ({
  number,
  verdict,
  grounds,
});

export const CLAIMS: readonly Claim[] = [
  claim('1.1.1', 'meets', 'test', 'axe', 'looked'),
  claim('1.2.1', 'nothing', 'looked'),
  claim('1.2.2', 'meets', 'test', 'axe', 'looked'),
  claim('1.2.3', 'meets', 'test', 'looked'),
  claim('1.2.4', 'nothing', 'looked'),
  claim('1.2.5', 'partly', 'test', 'looked'),
  claim('1.3.1', 'meets', 'test', 'axe', 'looked'),
  claim('1.3.2', 'meets', 'test', 'looked'),
  claim('1.3.3', 'asFarAsWeKnow', 'looked'),
  claim('1.3.4', 'meets', 'test', 'axe'),
  claim('1.3.5', 'nothing', 'looked'),
  claim('1.4.1', 'meets', 'test', 'axe', 'looked'),
  claim('1.4.2', 'meets', 'test', 'axe'),
  claim('1.4.3', 'meets', 'test', 'axe'),
  claim('1.4.4', 'meets', 'test', 'axe'),
  claim('1.4.5', 'asFarAsWeKnow', 'looked'),
  claim('1.4.10', 'meets', 'test'),
  claim('1.4.11', 'asFarAsWeKnow', 'test', 'looked'),
  claim('1.4.12', 'meets', 'test', 'axe'),
  claim('1.4.13', 'meets', 'test', 'looked'),
  claim('2.1.1', 'meets', 'test', 'axe'),
  claim('2.1.2', 'meets', 'test'),
  claim('2.1.4', 'meets', 'test'),
  claim('2.2.1', 'asFarAsWeKnow', 'axe', 'looked'),
  claim('2.2.2', 'meets', 'test', 'axe'),
  claim('2.3.1', 'asFarAsWeKnow', 'looked'),
  claim('2.4.1', 'meets', 'test', 'axe'),
  claim('2.4.2', 'meets', 'test', 'axe'),
  claim('2.4.3', 'meets', 'test'),
  claim('2.4.4', 'asFarAsWeKnow', 'axe', 'looked'),
  claim('2.4.5', 'meets', 'test'),
  claim('2.4.6', 'asFarAsWeKnow', 'looked'),
  claim('2.4.7', 'meets', 'test'),
  claim('2.4.11', 'meets', 'test'),
  claim('2.5.1', 'meets', 'test'),
  claim('2.5.2', 'meets', 'test'),
  claim('2.5.3', 'meets', 'test', 'axe'),
  claim('2.5.4', 'nothing', 'looked'),
  claim('2.5.7', 'meets', 'test'),
  claim('2.5.8', 'meets', 'test'),
  claim('3.1.1', 'meets', 'test', 'axe'),
  claim('3.1.2', 'meets', 'test', 'axe'),
  claim('3.2.1', 'meets', 'test'),
  claim('3.2.2', 'asFarAsWeKnow', 'looked'),
  claim('3.2.3', 'meets', 'test'),
  claim('3.2.4', 'asFarAsWeKnow', 'looked'),
  claim('3.2.6', 'meets', 'test'),
  claim('3.3.1', 'meets', 'test'),
  claim('3.3.2', 'meets', 'test', 'axe'),
  claim('3.3.3', 'meets', 'test'),
  claim('3.3.4', 'meets', 'test', 'looked'),
  claim('3.3.7', 'asFarAsWeKnow', 'looked'),
  claim('3.3.8', 'nothing', 'looked'),
  claim('4.1.2', 'asFarAsWeKnow', 'test', 'axe', 'notTried'),
  claim('4.1.3', 'asFarAsWeKnow', 'test', 'notTried'),
  claim('7.1.1', 'meets', 'test'),
  claim('7.1.2', 'meets', 'test'),
  claim('7.1.3', 'meets', 'test'),
  claim('7.1.4', 'meets', 'test'),
  claim('7.1.5', 'asFarAsWeKnow', 'test', 'notTried'),
  claim('7.2.1', 'partly', 'test', 'notTried'),
  claim('7.2.2', 'partly', 'test', 'notTried'),
  claim('7.2.3', 'meets', 'test', 'looked'),
  claim('7.3', 'meets', 'test'),
];

/** The principles of WCAG and the chapter of EN 301 549, by the first figure of their numbers. */
export const PARTS = ['1', '2', '3', '4', '7'] as const;
