import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configJsonSchema, settingsTable } from './settings-table.ts';

const cells = (text: string) =>
  text.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => !/^-+$/.test(cell)),
  );

describe('what `npm run schema` writes', () => {
  it('says every setting of the schema in the README', () => {
    const table =
      /<!-- settings -->\n\n([\s\S]*?)\n\n<!-- \/settings -->/.exec(readFileSync('README.md', 'utf8'))?.[1] ??
      '';
    expect(cells(table)).toEqual(cells(settingsTable()));
  });

  it('is the JSON Schema that editors read', () => {
    expect(JSON.parse(readFileSync('digest.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configJsonSchema())),
    );
  });
});
