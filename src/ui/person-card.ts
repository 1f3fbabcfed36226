export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly side: string;
  readonly shape: 'round' | 'straight';
  readonly plate: {
    readonly circle: readonly [number, number, number];
    readonly arch: readonly [number, number, number, number];
    readonly ground: number;
  };
  readonly href: string;
  readonly about: string;
}
