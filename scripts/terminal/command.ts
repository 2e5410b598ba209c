import { parseArgs } from 'node:util';
import { closestMatch } from 'leven';
import { type CommandDescription, commandHelp, nameOf } from './help.ts';
import { tellTrouble } from './job-summary.ts';
import { type Option, WrongUsage } from './option.ts';
import { plain } from './plain.ts';
import { stopOf } from './stopped.ts';

type Options = Record<string, Option<unknown>>;
type ValuesOf<O extends Options> = { [Name in keyof O]: O[Name] extends Option<infer Value> ? Value : never };

/** A command: its help is made from this, and so is the reading of its command line. */
export interface CommandDefinition<O extends Options, Operands> extends CommandDescription {
  options: O;
  /** Reads the arguments that belong to no option; without it there may be none. @throws WrongUsage */
  operands?: (given: string[], values: ValuesOf<O>) => Operands;
}

export interface Command<Values> {
  help: string;
  /** The values of a command line; environment variables and defaults stand in for options not given. */
  read: (args: readonly string[], env: NodeJS.ProcessEnv) => { values: Values } | { problem: string };
}

export function defineCommand<O extends Options, Operands = unknown>(
  definition: CommandDefinition<O, Operands>,
): Command<ValuesOf<O> & Operands> {
  return {
    help: commandHelp(definition),
    read: (args, env) => {
      try {
        const { given, operands } = split(args, definition.options);
        const values = Object.fromEntries(
          Object.entries(definition.options).map(([name, option]) => [
            name,
            option.read(given.get(name) ?? [], `--${nameOf(name)}`, env),
          ]),
        ) as ValuesOf<O>;
        const read = definition.operands ?? noOperands;
        return { values: { ...values, ...(read(operands, values) as Operands) } };
      } catch (error) {
        if (error instanceof WrongUsage) return { problem: error.message };
        throw error;
      }
    },
  };
}

/**
 * Runs a command with the arguments of the process and gives its exit code: 0 after `--help`, 2 for a wrong option,
 * 1 when something like a full disk stops it,
 * else what `run` gives.
 */
export async function runCommand<Values>(
  command: Command<Values>,
  run: (values: Values) => Promise<number> | number,
  args: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  const read = command.read(args, env);
  if ('problem' in read) {
    console.error(`${plain(read.problem)}\n\n${command.help}`);
    return 2;
  }
  try {
    return await run(read.values);
  } catch (error) {
    const stop = stopOf(error);
    if (stop === null) throw error;
    console.error(`${plain(stop.message)}\n    → ${plain(stop.hint)}`);
    await tellTrouble('The run has stopped', `${stop.message}\n    → ${stop.hint}`);
    return 1;
  }
}

/** The arguments, sorted into the texts given for each option and the rest. @throws WrongUsage */
function split(args: readonly string[], options: Options) {
  const byName = new Map(Object.keys(options).map((name) => [nameOf(name), name]));
  const types = [...byName].map(([name, key]) => [
    name,
    { type: options[key]?.placeholder === undefined ? ('boolean' as const) : ('string' as const) },
  ]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const key = byName.get(token.name);
    if (key === undefined || !token.rawName.startsWith('--'))
      throw unknownOption(token.rawName, [...byName.keys()]);
    const placeholder = options[key]?.placeholder;
    const isMissing = token.value === undefined || (!token.inlineValue && /^-./.test(token.value));
    if (placeholder === undefined && token.value !== undefined)
      throw new WrongUsage(`${token.rawName} takes no value.`);
    if (placeholder !== undefined && isMissing)
      throw new WrongUsage(`${token.rawName} needs a value: ${token.rawName} ${placeholder}`);
    given.set(key, [...(given.get(key) ?? []), token.value ?? '']);
  }
  return { given, operands };
}

function unknownOption(name: string, known: string[]): WrongUsage {
  const nearest = closestMatch(name.replace(/^-+/, ''), [...known, 'help'], { maxDistance: 2 });
  return new WrongUsage(`There is no option ${name}.${nearest ? ` Did you mean --${nearest}?` : ''}`);
}

function noOperands([first]: string[]): unknown {
  if (first !== undefined) throw new WrongUsage(`This command takes options only, not “${first}”.`);
  return {};
}
