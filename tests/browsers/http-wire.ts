/** WebDriver as it stands in the standard: JSON over HTTP, to a driver program that steers a browser. */
import { COMMANDS, type Session, type Wire } from './commands';

interface Answer {
  readonly value: unknown;
}

/** @param driver the address of the driver program, without a slash at its end */
export function httpWire(driver: string): Wire {
  let session = '';
  return {
    send: async (command, { id = '', ...parameters } = {}) => {
      const [method, path] = COMMANDS[command].split(' ') as [string, string];
      const address = driver + path.replace('{session}', session).replace('{id}', String(id));
      const response = await fetch(address, {
        method,
        ...(method === 'POST' && { body: JSON.stringify(parameters) }),
      });
      const { value } = (await response.json()) as Answer;
      if (!response.ok) {
        const { error, message } = value as { error: string; message: string };
        throw new Error(`${command}: ${error}: ${message}`);
      }
      if (command === 'NewSession') session = (value as Session).sessionId;
      return value;
    },
    close: () => {},
  };
}
