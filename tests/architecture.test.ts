import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the files of each folder may import: folders of `src`, `node:` modules, packages (not said: none). */
const rings: Readonly<Record<string, { readonly folders: readonly string[]; readonly node: boolean }>> = {
  core: { folders: ['core'], node: false },
  adapters: { folders: ['core', 'adapters'], node: true },
  app: { folders: ['core', 'adapters', 'app'], node: true },
  cli: { folders: ['core', 'app', 'cli'], node: true },
  discord: { folders: ['core', 'app', 'discord'], node: true },
  training: { folders: ['core', 'adapters', 'app', 'training'], node: true },
  bench: { folders: ['core', 'adapters', 'app', 'bench'], node: true },
  report: { folders: ['core', 'adapters', 'app', 'report'], node: true },
};

/** Folders whose files may import packages; elsewhere a package is somebody else's business. */
const packageFolders = new Set(['adapters', 'cli', 'discord']);
/** The one package with a folder of its own; every other is known to one file. */
const packageOfFolder: Readonly<Record<string, string>> = { 'discord.js': 'discord' };
/** The command line starts the bot without loading it before. */
const crossings = new Set(['cli -> discord', 'discord -> cli']);

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly to: string;
  /** Whether nothing is left of it at run time. */
  readonly isType: boolean;
}

function listImports(): Import[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(path.sep).join('/'))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, 'src', file), 'utf8');
      const code = source.replace(/^import type [^;]*;/gm, '');
      const atRunTime = new Set(ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName));
      return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => ({
        file,
        folder: file.split('/')[0] ?? '',
        to: fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
        isType: !atRunTime.has(fileName),
      }));
    });
}

const imports = listImports();
const isInside = (to: string): boolean => Object.keys(rings).some((folder) => to.startsWith(`${folder}/`));
const packageOf = (to: string): string =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
const packages = imports.filter(({ to }) => !to.startsWith('node:') && !isInside(to));
const tell = ({ file, to }: Import): string => `${file} imports ${to}`;

function findCircles(edges: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, to } of edges) {
    if (isInside(to)) targets.set(file, [...(targets.get(file) ?? []), to.replace(/\.js$/, '.ts')]);
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) circles.push([...trail.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return circles;
}

describe('the architecture', () => {
  it('has a rule for every folder', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect([...new Set(imports.map(({ folder }) => folder))].filter((folder) => !(folder in rings))).toEqual([]);
  });

  it('lets imports point inwards only', () => {
    const wrong = imports.filter(({ folder, to }) => {
      const target = to.split('/')[0] ?? '';
      return isInside(to) && !rings[folder]?.folders.includes(target);
    });
    expect(wrong.map(tell)).toEqual([]);
  });

  it('keeps the two front ends apart', () => {
    const wrong = imports.filter(({ folder, to }) => crossings.has(`${folder} -> ${to.split('/')[0] ?? ''}`));
    expect(wrong.map(tell)).toEqual([]);
  });

  it('keeps the core free of node modules and packages', () => {
    const wrong = imports.filter(({ folder, to }) => rings[folder]?.node === false && !isInside(to));
    expect(wrong.map(tell)).toEqual([]);
  });

  it('imports node modules by their full names', () => {
    const builtIn = /^(fs|path|os|crypto|url|util|events|stream|child_process|worker_threads|timers|http|https)(\/|$)/;
    expect(packages.filter(({ to }) => builtIn.test(to)).map(tell)).toEqual([]);
  });

  it('lets packages in through adapters and front ends only', () => {
    expect(packages.filter(({ folder }) => !packageFolders.has(folder)).map(tell)).toEqual([]);
  });

  it('knows each package in one file', () => {
    const files = new Map<string, Set<string>>();
    for (const { file, to } of packages) {
      const name = packageOf(to);
      files.set(name, (files.get(name) ?? new Set()).add(file));
    }
    const wrong = [...files].filter(([name, own]) => {
      const folder = packageOfFolder[name];
      return folder === undefined ? own.size > 1 : [...own].some((file) => !file.startsWith(`${folder}/`));
    });
    expect(wrong.map(([name, own]) => `${name}: ${[...own].join(', ')}`)).toEqual([]);
  });

  it('imports only packages that it depends on', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(packages.filter(({ to }) => !(packageOf(to) in dependencies)).map(tell)).toEqual([]);
  });

  it('has no circle of imports at run time', () => {
    expect(findCircles(imports.filter(({ isType }) => !isType))).toEqual([]);
  });

  it('has no circle of imports, types included, in what is built over the core', () => {
    const folders = new Set(['app', 'cli', 'report', 'bench', 'training']);
    expect(findCircles(imports.filter(({ folder }) => folders.has(folder)))).toEqual([]);
  });
});
