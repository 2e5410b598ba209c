import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever a command is run. */
export const project = fileURLToPath(new URL('../../', import.meta.url));
