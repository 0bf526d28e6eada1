/** `verbatim add` on a network of the test's: every name leads to one port of this machine. No setting of a user's can do that. */
import process from 'node:process';
import { runAdd } from '#verbatim/cli/commands/add.js';

const [, , port, ...names] = process.argv;
const network = {
  resolve: () => Promise.resolve(['127.0.0.1']),
  permits: (/** @type {string} */ address, /** @type {number} */ at) => address === '127.0.0.1' && at === Number(port),
};
await runAdd(names, { collection: 'rules' }, { network, pauseMs: 0 });
