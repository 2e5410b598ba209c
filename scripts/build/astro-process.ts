import { build } from 'astro';
import { project } from './project.ts';

// Prints only what is wrong: the process that started it counts the pages.
await build({ root: project, logLevel: 'warn' });
