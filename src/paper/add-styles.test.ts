import { describe, expect, test } from 'vitest';
import { addStyles } from './add-styles.ts';

const paper = '/project/src/styles/paper.css';

describe('addStyles', () => {
  test('imports the style sheet of the owner after all others', () => {
    const code = addStyles('/home/me/custom/styles.css').transform('@import "./print.css";', paper);
    expect(code).toBe('@import "./print.css";\n@import "/home/me/custom/styles.css";\n');
  });

  test('takes paths of Windows', () => {
    const code = addStyles('C:\\paper\\custom\\styles.css').transform(
      '',
      'C:\\paper\\src\\styles\\paper.css',
    );
    expect(code).toContain('@import "C:/paper/custom/styles.css";');
  });

  test('leaves other files alone, and all without a style sheet of the owner', () => {
    expect(addStyles('/custom/styles.css').transform('p {}', '/project/src/styles/base.css')).toBe(undefined);
    expect(addStyles(null).transform('@import "./print.css";', paper)).toBe(undefined);
  });
});
