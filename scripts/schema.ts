import { readFile, writeFile } from 'node:fs/promises';
import { configJsonSchema, withSettingsTable } from './config/settings-table.ts';

// Writes what follows from the schema of `digest.yaml`: `digest.schema.json` and the table in `docs/settings.md`.
const settingsPage = 'docs/settings.md';

await writeFile('digest.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
await writeFile(settingsPage, withSettingsTable(await readFile(settingsPage, 'utf8')));
