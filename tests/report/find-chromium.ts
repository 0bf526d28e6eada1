import { existsSync } from 'node:fs';

const usualPlaces = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What a browser is started with that only looks at our own pages. */
export const chromiumFlags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );

/** The file of a Chromium on this machine; undefined where none is found. */
export function findChromium(): string | undefined {
  return usualPlaces.find((place) => place !== '' && existsSync(place));
}
