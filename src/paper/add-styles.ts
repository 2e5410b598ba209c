/** As much of a plugin of Vite as is needed here. */
interface Plugin {
  name: string;
  enforce: 'pre';
  transform(code: string, id: string): string | undefined;
}

/**
 * A plugin of Vite that adds the owner's own style sheet, at the absolute path `file`, as the last import of the
 * paper's: it comes after all of ours, in the same file and under the same policy. null adds nothing.
 */
export function addStyles(file: string | null): Plugin {
  return {
    name: 'broadsheet-custom-styles',
    enforce: 'pre',
    transform(code, id) {
      if (file === null || !id.replaceAll('\\', '/').endsWith('/src/styles/paper.css')) return undefined;
      return `${code}\n@import ${JSON.stringify(file.replaceAll('\\', '/'))};\n`;
    },
  };
}
