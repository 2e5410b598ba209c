import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { configSchema } from '../src/config.ts';

/** Writes `digest.schema.json`, by which editors complete and check `digest.yaml`. */
const schema = { title: 'Broadsheet', ...z.toJSONSchema(configSchema, { io: 'input' }) };
await writeFile('digest.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
