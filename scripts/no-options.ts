/**
 * For programs without options, before they do anything: `--help` prints the help and ends with 0, anything else ends
 * with the help and 2.
 */
export function takeNoOptions(help: string): void {
  const [option] = process.argv.slice(2);
  if (option === undefined) return;
  const asked = option === '--help' || option === '-h';
  console[asked ? 'log' : 'error'](asked ? help : `There is no option ${option}.\n\n${help}`);
  process.exit(asked ? 0 : 2);
}
