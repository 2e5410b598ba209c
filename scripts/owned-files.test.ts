import { getFileInfo } from 'prettier';
import { describe, expect, test } from 'vitest';

describe('the files of an owner', () => {
  test.each(['digest.yaml', 'custom/styles.css', 'src/content/items/2026/11/28/wire-a.md'])(
    'are not judged by the formatter (%s)',
    async (file) => {
      expect(await getFileInfo(file, { ignorePath: '.prettierignore' })).toMatchObject({ ignored: true });
    },
  );

  test('are not the sample or the documents of this project', async () => {
    for (const file of ['sample/digest.yaml', 'README.md', '.github/workflows/nightly.yml'])
      expect(await getFileInfo(file, { ignorePath: '.prettierignore' })).toMatchObject({ ignored: false });
  });
});
