/** For programs without options, before they do anything: ends them when they are given any. */
export function takeNoOptions(help: string): void {
  const [option] = process.argv.slice(2);
  if (option !== undefined) endWithHelp(help, option);
}

/** Ends the program with its help: with 0 when `--help` asks for it, else with 2 and the problem before it. */
export function endWithHelp(help: string, option: string, problem = `There is no option ${option}.`): never {
  const asked = option === '--help' || option === '-h';
  console[asked ? 'log' : 'error'](asked ? help : `${problem}\n\n${help}`);
  process.exit(asked ? 0 : 2);
}
