import { expect, test } from 'vitest';
import { verdictOf } from './media-probe';

test.each([
  [200, 'video/mp4', 'there'],
  [206, 'video/webm; codecs="opus"', 'there'],
  [206, 'application/octet-stream', 'there'],
  [200, 'application/vnd.apple.mpegurl', 'there'],
  [200, 'audio/mp4', 'there'],
  [206, null, 'there'],
  [200, 'text/html; charset=utf-8', 'elsewhere'],
  [200, 'application/json', 'elsewhere'],
  [200, 'text/html', 'elsewhere'],
  [404, 'text/html', 'gone'],
  [410, null, 'gone'],
  [416, 'video/mp4', 'gone'],
  [400, null, 'gone'],
  [204, null, 'gone'],
  [304, 'video/mp4', 'gone'],
  [401, null, 'refused'],
  [403, 'video/mp4', 'refused'],
  [451, null, 'refused'],
  [408, null, 'busy'],
  [429, null, 'busy'],
  [500, 'video/mp4', 'busy'],
  [503, 'text/html', 'busy'],
  [599, null, 'busy'],
] as const)('%i with %s is %s', (status, type, verdict) => expect(verdictOf(status, type)).toBe(verdict));
