/** Ends the program with one line for people instead of a stack. */
export function stop(message) {
  console.error(message);
  process.exit(1);
}
