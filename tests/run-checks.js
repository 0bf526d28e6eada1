// Runs vitest with the arguments given and, beside it, the checks that look at the files only; fails if any of them does.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool of this package; resolves with whether it was content, and with what it printed unless that was shown. */
function run(/** @type {string} */ tool, /** @type {readonly string[]} */ args, isShown = false) {
  const started = performance.now();
  const child = spawn('npx', ['--no-install', tool, ...args], {
    cwd: root,
    shell: process.platform === 'win32', // npx is a script there
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  /** @type {Promise<{ tool: string, isOk: boolean, output: string, seconds: number }>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ tool, isOk: code === 0, output, seconds: (performance.now() - started) / 1_000 });
    });
  });
  return ended;
}

async function checkFiles() {
  return [
    await run('prettier', ['--check', '.']),
    await run('tsc', ['-p', 'tests/tsconfig.json']),
    await run('eslint', ['.']),
  ];
}

const [tests, checks] = await Promise.all([run('vitest', ['run', ...process.argv.slice(2)], true), checkFiles()]);
for (const { tool, isOk, output, seconds } of checks) {
  if (!isOk) console.error(output.trimEnd());
  console.log(`${tool}: ${isOk ? 'nothing to complain about' : 'FAILED, see above'} (${seconds.toFixed(0)} s)`);
}
console.log(`vitest: ${tests.isOk ? 'passed' : 'FAILED, see above'} (${tests.seconds.toFixed(0)} s)`);
process.exitCode = [tests, ...checks].every(({ isOk }) => isOk) ? 0 : 1;
