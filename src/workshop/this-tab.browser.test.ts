import { afterEach, expect, test, vi } from 'vitest';
import { markPresenting, presentsHere } from './this-tab';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

test('a tab knows which workshop it presents, and on how many screens, of each film apart', () => {
  expect(presentsHere('small')).toBeUndefined();
  markPresenting('small', { session: 'workshop-1', screens: 'one' });
  markPresenting('other', { session: 'workshop-2', screens: 'two' });
  expect(presentsHere('small')).toEqual({ session: 'workshop-1', screens: 'one' });
  expect(presentsHere('other')).toEqual({ session: 'workshop-2', screens: 'two' });
  markPresenting('small', undefined);
  expect([presentsHere('small'), presentsHere('other')?.session]).toEqual([undefined, 'workshop-2']);
  expect(sessionStorage).toHaveLength(1);
});

test.each(['', ' ', 'workshop-1', 'workshop-1 three', ' one', '{"session":"workshop-1"}'])(
  'what is no such mark says nothing: "%s"',
  (written) => {
    markPresenting('small', { session: 'workshop-1', screens: 'one' });
    sessionStorage.setItem(sessionStorage.key(0)!, written);
    expect(presentsHere('small')).toBeUndefined();
  },
);

test('a browser that refuses even the mention of storage is left alone', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError');
  };
  const mention = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(refuse);
  expect(() => markPresenting('small', { session: 'workshop-1', screens: 'one' })).not.toThrow();
  expect(presentsHere('small')).toBeUndefined();
  expect(() => markPresenting('small', undefined)).not.toThrow();
  expect(mention).toHaveBeenCalledTimes(3);
});
