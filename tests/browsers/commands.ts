/**
 * The commands of W3C WebDriver that the smoke needs, by the names that the standard gives them. Drivers take them over HTTP; Firefox takes
 * the same ones over a socket of its own.
 */
export const COMMANDS = {
  NewSession: 'POST /session',
  DeleteSession: 'DELETE /session/{session}',
  Navigate: 'POST /session/{session}/url',
  Back: 'POST /session/{session}/back',
  ExecuteScript: 'POST /session/{session}/execute/sync',
  ElementClick: 'POST /session/{session}/element/{id}/click',
  PerformActions: 'POST /session/{session}/actions',
  TakeScreenshot: 'GET /session/{session}/screenshot',
  GetWindowHandle: 'GET /session/{session}/window',
  GetWindowHandles: 'GET /session/{session}/window/handles',
  SwitchToWindow: 'POST /session/{session}/window',
  CloseWindow: 'DELETE /session/{session}/window',
  SetWindowRect: 'POST /session/{session}/window/rect',
} as const;

export type Command = keyof typeof COMMANDS;

/** Says one command and gives what the browser answers; throws with the browser's own words. */
export type Send = (command: Command, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;

export interface Wire {
  readonly send: Send;
  readonly close: () => void;
}

/** Of what a browser says about itself when a session begins. */
export interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
}
