// Carries out deploy/Dockerfile without Docker, in a clean folder: each COPY, each RUN but that of the system's packages, and then the
// first question and the doctor in what would be the image. What only an engine can tell (users, volumes, limits) is not tried.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'verbatim-image-'));

/** The instructions in order, each with what follows it on one line. */
const instructions = readFileSync(path.join(root, 'deploy/Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\s*\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));

/** @type {Record<string, string>} */
const stages = {};
let stage = '';
/** @type {Record<string, string>} */
let variables = {};
const inStage = (/** @type {string} */ text) => text.replaceAll('/app', path.join(stage, 'app'));
const app = () => path.join(stage, 'app');

/** Runs a command as in the image: nothing of this process's environment but where programs are. */
function run(/** @type {string} */ command, /** @type {Record<string, string>} */ env = {}) {
  const { PATH = '', HOME = '' } = process.env;
  return execFileSync('bash', ['-ec', command], {
    cwd: app(),
    env: { PATH, HOME, ...variables, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** @type {Record<string, (rest: string) => void>} */
const carryOut = {
  FROM(rest) {
    const name = / AS (\S+)$/.exec(rest)?.[1] ?? 'last';
    stage = path.join(scratch, name);
    stages[name] = stage;
    variables = {};
    mkdirSync(app(), { recursive: true });
  },
  WORKDIR() {},
  COPY(rest) {
    const words = rest.split(' ');
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
    const names = words.filter((word) => !word.startsWith('--'));
    const target = path.resolve(app(), names.at(-1) ?? '');
    for (const name of names.slice(0, -1)) {
      const source = from === undefined ? path.join(root, name) : path.join(stages[from] ?? '', name);
      // As Docker does: a folder's content goes to the target, a file into it where it is a folder.
      const isInto = (names.at(-1) ?? '').endsWith('/');
      cpSync(source, isInto ? path.join(target, path.basename(name)) : target, { recursive: true });
    }
  },
  RUN(rest) {
    if (rest.startsWith('apt-get ')) return;
    // There is no user "node" here.
    run(inStage(rest.replace(/ --(?:owner|group)=node/g, '')));
  },
  ENV(rest) {
    for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) variables[name] = inStage(value);
  },
  USER() {},
  VOLUME() {},
  HEALTHCHECK() {},
  CMD() {},
};

try {
  for (const { name, rest } of instructions) {
    const step = carryOut[name];
    if (!step) throw new Error(`deploy/Dockerfile: no step for ${name}`);
    console.log(`${name} ${rest.slice(0, 100)}`);
    step(rest);
  }
  const answer = run('node dist/cli/main.js ask "How long is the border?" --limit 1 2>&1');
  if (!answer.includes('share a border of 2,640 kilometres')) throw new Error(`no answer in the image: ${answer}`);
  if (/index/i.test(answer.split('\n')[0] ?? '')) throw new Error(`the index was not ready: ${answer}`);
  // Without a token the bot ends with one line, so it can be started.
  const start = instructions.find(({ name }) => name === 'CMD')?.rest ?? '[]';
  const command = start.replace(/^\[|\]$/g, '').replaceAll('", "', '" "');
  const refused = run(`${command} 2>&1 || true`);
  if (!refused.includes('DISCORD_TOKEN is not set')) throw new Error(`the bot did not start: ${refused}`);
  const doctor = run('node dist/cli/main.js doctor || true');
  const failures = doctor.split('\n').filter((line) => line.startsWith('failure'));
  if (failures.length > 0) throw new Error(failures.join('\n'));
  console.log('image: every step of deploy/Dockerfile can be carried out');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
