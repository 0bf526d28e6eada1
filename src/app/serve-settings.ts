import { BlockList, isIP } from 'node:net';
import { gatherRunningSettings, readHost, readWith, type RunningSettings } from './settings.js';
import { SettingsReader, type SettingFault } from './settings-reader.js';

/** The settings of `verbatim serve`. */
export interface ServeSettings extends RunningSettings {
  /** Address of this machine on which the page is served, and its port; 0 for any that is free. */
  readonly serveHost: string;
  readonly servePort: number;
  /** Opens missed questions and disputed labels, and all pages on another address than this machine's own; null for none. */
  readonly serveToken: string | null;
  /** Most requests a minute from one address; 0 for no limit. */
  readonly serveRate: number;
}

/** A shorter token can be guessed. */
const minTokenLength = 16;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether only this machine reaches an address. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** Reads the settings from the environment, then from `.env`. Throws `bad-settings` with all faults at once. */
export function readServeSettings(environment: NodeJS.ProcessEnv = process.env): ServeSettings {
  return readWith(environment, gatherServeSettings);
}

/** Reads them with what is wrong with them, without a judgement: a setting with a fault may hold anything. */
export function inspectServeSettings(environment: NodeJS.ProcessEnv = process.env): {
  readonly settings: ServeSettings;
  readonly faults: readonly SettingFault[];
} {
  const reader = new SettingsReader(environment);
  return { settings: gatherServeSettings(reader), faults: reader.faults };
}

function gatherServeSettings(reader: SettingsReader): ServeSettings {
  const serveHost = readHost(reader, 'SERVE_HOST');
  const serveToken = reader.text('SERVE_TOKEN') || null;
  if (serveToken !== null && serveToken.length < minTokenLength) {
    reader.refuse('SERVE_TOKEN', `at least ${minTokenLength} characters`, `${serveToken.length}`);
  }
  if (serveToken !== null && !/^[\x20-\x7e]*$/.test(serveToken)) {
    reader.refuse('SERVE_TOKEN', 'letters from A to Z, digits and signs of ASCII', 'others, which no header can carry');
  }
  if (serveToken === null && isIP(serveHost) !== 0 && !isLoopback(serveHost)) {
    const expected = `a token of at least ${minTokenLength} characters, since others reach SERVE_HOST ${serveHost}`;
    reader.refuse('SERVE_TOKEN', expected, 'none');
  }
  return {
    ...gatherRunningSettings(reader),
    serveHost,
    servePort: reader.wholeNumber('SERVE_PORT', 0, 65_535),
    serveToken,
    serveRate: reader.wholeNumber('SERVE_RATE', 0, 1_000_000),
  };
}
