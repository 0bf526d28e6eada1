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
  cli: { folders: ['core', 'app', 'cli', 'web'], node: true },
  discord: { folders: ['core', 'app', 'discord'], node: true },
  training: { folders: ['core', 'adapters', 'app', 'training'], node: true },
  bench: { folders: ['core', 'adapters', 'app', 'bench'], node: true },
  report: { folders: ['core', 'adapters', 'app', 'report'], node: true },
  web: { folders: ['core', 'app', 'web'], node: true },
};

/** Folders whose files may import packages; elsewhere a package is somebody else's business. */
const packageFolders = new Set(['adapters', 'cli', 'discord', 'web']);
/** The packages with a folder of their own; every other is known to one file. */
const packageOfFolder: Readonly<Record<string, string>> = {
  'discord.js': 'discord',
  hono: 'web',
  '@hono/node-server': 'web',
};
/** The command line starts the bot without loading it before, and the page by one command alone. */
const crossings = new Set(['cli -> discord', 'discord -> cli', 'cli -> web', 'discord -> web', 'web -> discord']);
const serveCommand = 'cli/commands/serve.ts';

const maxLines = 250;
/** Files that may be longer, each with the reason: nobody reads them from top to bottom. */
const longFiles: Readonly<Record<string, string>> = {
  'core/english/equivalent-lists.ts': 'data: lists of words, one group a line',
  'discord/texts/english.ts': 'data: all that the bot says, so that a language is one file',
  'discord/texts/german.ts': 'data: the same in German',
};

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly to: string;
}

/** The files below `src`, with `/` between folders. */
const files = readdirSync(path.join(root, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(path.sep).join('/'))
  .sort();

function readSource(file: string): string {
  return readFileSync(path.join(root, 'src', file), 'utf8');
}

/** All imports, those of types too. */
const imports: readonly Import[] = files.flatMap((file) =>
  ts.preProcessFile(readSource(file), true, true).importedFiles.map(({ fileName }) => ({
    file,
    folder: file.split('/')[0] ?? '',
    to: fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
  })),
);
const isInside = (to: string): boolean => Object.keys(rings).some((folder) => to.startsWith(`${folder}/`));
const packageOf = (to: string): string =>
  to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
const packages = imports.filter(({ to }) => !to.startsWith('node:') && !isInside(to));
const tell = ({ file, to }: Import): string => `${file} imports ${to}`;

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

  it('keeps the front ends apart, but for the command that serves the page', () => {
    const wrong = imports.filter(
      ({ file, folder, to }) => crossings.has(`${folder} -> ${to.split('/')[0] ?? ''}`) && file !== serveCommand,
    );
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

  it('lets no feature of the bot import another', () => {
    const featureOf = (file: string): string | null => /^discord\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
    const wrong = imports.filter(({ file, to }) => {
      const [own, other] = [featureOf(file), featureOf(to)];
      return own !== null && other !== null && own !== other;
    });
    expect(wrong.map(tell)).toEqual([]);
    // Nor by way of what they share, which knows none of them; only the bot itself knows all.
    const shared = imports.filter(({ file, to }) => featureOf(file) === null && featureOf(to) !== null);
    expect(new Set(shared.map(({ file }) => file))).toEqual(new Set(['discord/features/features.ts']));
  });

  it('imports only packages that it depends on', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(packages.filter(({ to }) => !(packageOf(to) in dependencies)).map(tell)).toEqual([]);
  });

  it('has the tests that start the bot or a browser among the slow ones', () => {
    const starting = /^(?:import|\}) .*from '(?:.*\/(?:bot-process|brief-bot|miss-bot)\.js|playwright-core)'/m;
    const wrong = readdirSync(path.join(root, 'tests'), {
      recursive: true,
      encoding: 'utf8',
    })
      .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.slow.test.ts'))
      .filter((name) => starting.test(readFileSync(path.join(root, 'tests', name), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    expect(findCircles(imports)).toEqual([]);
  });

  it('keeps the features of the bot apart', () => {
    const featureOf = (name: string): string | null => /^discord\/features\/([^/]+)\//.exec(name)?.[1] ?? null;
    const wrong = imports.filter(({ file, to }) => {
      const [from, target] = [featureOf(file), featureOf(to)];
      return from !== null && target !== null && from !== target;
    });
    expect(wrong.map(tell)).toEqual([]);
  });

  it('keeps what people read out of the core', () => {
    const isText = (name: string): boolean =>
      /(?:^|\/)(?:texts?|messages|german|[a-z-]*-texts?)(?:\.[jt]s|\/)/.test(name);
    expect(files.filter((file) => file.startsWith('core/') && isText(file) && !file.startsWith('core/text/'))).toEqual(
      [],
    );
    // Nor may a front end look its words up by a phrase of the core's.
    const frontEnds = files.filter((file) => /^(?:cli|discord|report)\//.test(file));
    const keys = new Set(frontEnds.flatMap((file) => listPhrases(file, /'([^'\n]+ [^'\n]+)':/g)));
    const wrong = files
      .filter((file) => file.startsWith('core/'))
      .flatMap((file) =>
        listPhrases(file, /'([^'\n]+ [^'\n]+)'/g).flatMap((text) => (keys.has(text) ? [`${file}: '${text}'`] : [])),
      );
    expect(wrong).toEqual([]);
  });

  it('has no file that is too long to read at once', () => {
    const wrong = files.flatMap((file) => {
      const lines = readSource(file).trimEnd().split('\n').length;
      return lines > maxLines && longFiles[file] === undefined ? [`${file}: ${lines} lines`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('excuses no file from that which is gone or short enough', () => {
    const idle = Object.keys(longFiles).filter(
      (file) => !files.includes(file) || readSource(file).trimEnd().split('\n').length <= maxLines,
    );
    expect(idle).toEqual([]);
  });

  it('has every folder of the core and of the app in the map of DESIGN.md', () => {
    const design = readFileSync(path.join(root, 'DESIGN.md'), 'utf8');
    const map = design.split(/^## /m).find((section) => /^(?:The map|Map|Rings)\b/i.test(section)) ?? '';
    const folders = new Set(
      files.filter((file) => /^(?:core|app)\/.*\//.test(file)).map((file) => path.posix.dirname(file)),
    );
    const unnamed = [...folders].filter((folder) => {
      const name = folder.split('/').at(-1) ?? '';
      return !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(map);
    });
    expect(unnamed.sort()).toEqual([]);
  });
});

/** Groups of files of which each imports, by way of the others, itself; one line for each group (Tarjan 1972). */
function findCircles(edges: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, to } of edges) {
    if (isInside(to)) targets.set(file, [...(targets.get(file) ?? []), to.replace(/\.js$/, '.ts')]);
  }
  const circles: string[] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  /** The lowest order among the open files that a file leads to. */
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    open.push(file);
    let lowest = own;
    for (const next of targets.get(file) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, order.get(next) ?? own);
    }
    if (lowest === own) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1 || targets.get(file)?.includes(file)) circles.push(group.sort().join(' <-> '));
    }
    return lowest;
  };
  for (const file of targets.keys()) if (!order.has(file)) visit(file);
  return circles.sort();
}

function listPhrases(file: string, pattern: RegExp): string[] {
  return [...readSource(file).matchAll(pattern)].flatMap(([, phrase]) => phrase ?? []);
}
