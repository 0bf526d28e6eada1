/** The only file that knows commander: the commands as data; each is carried out in a file of its own. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { lanes } from '../core/labelling/labels.js';
import { maxSummaryQuotes, summaryDefaults } from '../core/summary/summary-options.js';
import type { AddFlags } from './commands/add.js';
import type { AskFlags } from './commands/ask.js';
import type { LabelFlags } from './commands/label.js';
import type { SearchFlags } from './commands/search.js';
import type { ServeFlags } from './commands/serve.js';
import type { SummaryFlags } from './commands/summary.js';

export function createProgram(): Command {
  const program = new Command('verbatim')
    .description('Answers questions about a body of text only with verbatim, cited quotes.')
    .exitOverride()
    .showHelpAfterError('(try: verbatim --help)');

  program
    .command('index')
    .description('read the corpus folder and bring the index up to date')
    .option('--rebuild', 'rebuild everything')
    .action(async (options: { rebuild?: boolean }) => {
      const { runIndex } = await import('./commands/index-corpus.js');
      await runIndex(options.rebuild ?? false);
    });

  program
    .command('ask')
    .description('answer a question with quotes')
    .addArgument(new Argument('[question...]', 'the question'))
    .option('--json', 'print one line of JSON')
    .option(
      '--batch <file>',
      'answer the questions of a file, each a line {"id", "question"}, with "in" and "lane" if wanted',
    )
    .addOption(limitOption('--limit <n>', 'most quotes', 5))
    .addOption(new Option('--lane <lane>', 'only quotes of this lane').choices(lanes))
    .option('--in <document>', 'look only in this document, named by its path, its title or a part of either')
    .addOption(collectionOption())
    .option('--more', 'show further quotes too, which may help but do not answer by themselves')
    .option('--no-read', 'answer by search alone, without reading')
    .action(async (words: string[], options: AskFlags) => {
      const { runAsk } = await import('./commands/ask.js');
      await runAsk(words.join(' '), options);
    });

  program
    .command('search')
    .description('show the best passages with the parts of their scores')
    .addArgument(new Argument('[query...]', 'the query'))
    .option('--json', 'print one line of JSON')
    .option('--batch <file>', 'search for the questions of a file, each a line {"id", "question"}')
    .addOption(collectionOption())
    .addOption(limitOption('-k <n>', 'number of passages', 1_000).default(10))
    .action(async (words: string[], options: SearchFlags) => {
      const { runSearch } = await import('./commands/search.js');
      await runSearch(words.join(' '), options);
    });

  program
    .command('summary')
    .description('summarise a topic, a document or all texts with quotes')
    .addArgument(new Argument('[topic...]', 'what to summarise; everything if left out'))
    .option('--json', 'print one line of JSON')
    .option('--in <document>', 'look only in this document, named by its path, its title or a part of either')
    .addOption(collectionOption())
    .addOption(limitOption('--quotes <n>', 'most quotes', maxSummaryQuotes).default(summaryDefaults.quotes))
    .action(async (words: string[], options: SummaryFlags) => {
      const { runSummary } = await import('./commands/summary.js');
      await runSummary(words.join(' '), options);
    });

  program
    .command('label')
    .description('show the label of each sentence and span of a text, with reasons')
    .addArgument(new Argument('[file]', 'a text or another file that is read'))
    .option('--json', 'print one line of JSON for each sentence')
    .option(
      '--batch <file>',
      'label the sentences of a file, each a line {"id", "sentence"} or {"id", "doc", "sentence", "start", "end"}',
    )
    .option('--embed', 'with --batch: use embeddings too, as the index does; about ten times slower')
    .action(async (file: string | undefined, options: LabelFlags) => {
      const { runLabel } = await import('./commands/label.js');
      await runLabel(file, options);
    });

  program
    .command('outline')
    .description('show how a text is read: its sections, speakers and dates, and what is quoted together')
    .argument('<file>', 'a text or another file that is read')
    .option('--json', 'print one line of JSON')
    .action(async (file: string, { json }: JsonFlags) => {
      const { runOutline } = await import('./commands/outline.js');
      await runOutline(file, { json: json ?? false });
    });

  program
    .command('add')
    .description('read files or pages, show what was read and what is doubtful in it, and put them in use')
    .argument('<file or link...>', 'files of this machine, or addresses that begin with https:// or http://')
    .option('--collection <name>', 'the collection that they are put into; none if left out')
    .option('--yes', 'put in use also what is doubtful')
    .option('--replace', 'take the place of a file of the same name in this collection, which is kept for a week')
    .option('--dry-run', 'only show')
    .action(async (names: string[], flags: AddFlags) => {
      const { runAdd } = await import('./commands/add.js');
      await runAdd(names, flags);
    });

  program
    .command('remove')
    .description('take a text out of use; the original is kept for a week')
    .argument('<name>', 'its name or its path, as "verbatim sources" lists them')
    .option('--undo', 'put one back that was removed')
    .action(async (name: string, { undo }: { undo?: true }) => {
      const { runRemove } = await import('./commands/remove.js');
      await runRemove(name, { undo: undo ?? false });
    });

  program
    .command('sources')
    .description('list the texts with their formats and where they come from, and what is doubtful in them or left out')
    .option('--json', 'print one line of JSON for each text')
    .action(async ({ json }: JsonFlags) => {
      const { runSources } = await import('./commands/sources.js');
      await runSources({ json: json ?? false });
    });

  const collections = program
    .command('collections')
    .description('list the collections, the server that each belongs to, and the places that ask it by name')
    .action(async () => {
      const { runCollections } = await import('./commands/collections.js');
      await runCollections();
    });
  collections
    .command('own')
    .description('give a collection to one server of Discord alone')
    .argument('<name>', 'the collection ("." for texts in no folder)')
    .argument('<server id>', 'the number that "Copy Server ID" gives in Discord')
    .action(async (name: string, serverId: string) => {
      const { runOwn } = await import('./commands/collections.js');
      await runOwn(name, serverId);
    });
  collections
    .command('release')
    .description('take a collection from its server, so that all may ask it')
    .argument('<name>', 'the collection')
    .action(async (name: string) => {
      const { runRelease } = await import('./commands/collections.js');
      await runRelease(name);
    });

  program
    .command('overrides')
    .description('print the labels that moderators have set, one line of JSON each')
    .action(async () => {
      const { runOverrides } = await import('./commands/label.js');
      await runOverrides();
    });

  program
    .command('check')
    .description('compare every stored passage with its source, and check the index and the model')
    .action(async () => {
      const { runCheck } = await import('./commands/check.js');
      await runCheck();
    });

  program
    .command('backup')
    .description('copy the store (votes, briefs, labels, missed questions) to a file; the bot may keep running')
    .argument('<file>', 'the file to write')
    .option('--force', 'overwrite an existing file')
    .action(async (file: string, { force }: ForceFlags) => {
      const { runBackup } = await import('./commands/store.js');
      await runBackup(file, { force: force ?? false });
    });

  program
    .command('restore')
    .description('replace the store with a backup')
    .argument('<file>', 'a file written by "verbatim backup"')
    .option('--force', 'replace a store that is not empty; a copy of it is kept')
    .action(async (file: string, { force }: ForceFlags) => {
      const { runRestore } = await import('./commands/store.js');
      await runRestore(file, { force: force ?? false });
    });

  program
    .command('move')
    .description(
      'copy the store to another place and compare every row; the old one stays as it is; stop the bot first',
    )
    .requiredOption('--to <place>', 'postgres://NAME@HOST/DATABASE (password: PGPASSWORD) or file:PATH')
    .action(async ({ to }: { readonly to: string }) => {
      const { runMove } = await import('./commands/store.js');
      await runMove(to);
    });

  program
    .command('serve')
    .description('show the texts and answer questions in a browser, until it is ended')
    .option('--port <port>', 'port to serve on, 0 for any that is free (SERVE_PORT)')
    .option(
      '--host <address>',
      'address of this machine to serve on (SERVE_HOST); another than its own needs SERVE_TOKEN',
    )
    .action(async (options: ServeFlags) => {
      const { runServe } = await import('./commands/serve.js');
      await runServe(options);
    });

  program
    .command('doctor')
    .description('check settings, corpus, index, model, store and Discord, and say what to do')
    .option('--json', 'print one line of JSON')
    .action(async ({ json }: JsonFlags) => {
      const { runDoctor } = await import('./commands/doctor.js');
      await runDoctor({ json: json ?? false });
    });
  return program;
}

/** The exit code for what the command line itself ended with: 0 after help, 2 for wrong usage; null for any other error. */
export function findUsageExit(error: unknown): number | null {
  if (!(error instanceof CommanderError)) return null;
  return error.exitCode === 0 ? 0 : 2;
}

type ForceFlags = { readonly force?: true };
type JsonFlags = { readonly json?: true };

function collectionOption(): Option {
  const description =
    'look only in this collection, a first folder of the texts ("." for those in no folder); may be repeated';
  return new Option('--collection <name>', description).argParser((name: string, before?: readonly string[]) => [
    ...(before ?? []),
    name,
  ]);
}

function limitOption(flags: string, description: string, most: number): Option {
  return new Option(flags, `${description}, 1 to ${most}`).argParser((value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${most}.`);
  });
}
