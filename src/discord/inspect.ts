#!/usr/bin/env node
/** A program of its own, so that the command line need not load discord.js: prints a `DiscordInspection` as one line of JSON. */
import { inspectBotSettings } from '../app/settings.js';
import { inspectDiscord } from './inspection/inspect-discord.js';

const { settings } = inspectBotSettings();
const inspection = JSON.stringify(await inspectDiscord(settings));
// Whatever an error may have said, the token is not passed on.
process.stdout.write(`${settings.token === '' ? inspection : inspection.replaceAll(settings.token, '…')}\n`, () =>
  process.exit(0),
);
