// A TERM to `npm start` ends npm and its shell, not the program in it (npm 11, Debian's sh). So the program looks whether they are still there.
/** Ends this process soon after the npm that started it. Without npm it does nothing. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = () => process.ppid !== parent && process.exit(143);
  setInterval(look, 250).unref();
}
