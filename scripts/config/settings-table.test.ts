import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { configJsonSchema, settingsTable } from './settings-table.ts';

const cells = (text: string) =>
  text.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => !/^-+$/.test(cell)),
  );

describe('what `npm run schema` writes', () => {
  test('lists every setting of the schema in docs/settings.md', () => {
    const table =
      /<!-- settings -->\n\n([\s\S]*?)\n\n<!-- \/settings -->/.exec(
        readFileSync('docs/settings.md', 'utf8'),
      )?.[1] ?? '';
    expect(cells(table)).toEqual(cells(settingsTable()));
  });

  test('gives examples that are valid in digest.yaml', () => {
    const wrong = cells(settingsTable())
      .slice(2)
      .map(([, setting = '', , , example = '']) =>
        `${setting.split('.').at(-1)}: ${example}`.replaceAll('`', ''),
      )
      .filter((line) => parseDocument(line).errors.length > 0);
    expect(wrong).toEqual([]);
    expect(settingsTable()).toContain('`[抽奖, "/^广告[:：]/"]`');
    expect(settingsTable()).toContain('`{world: 国际}`');
  });

  test('matches the stored digest.schema.json', () => {
    expect(JSON.parse(readFileSync('digest.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(configJsonSchema())),
    );
  });
});
