/** The longest name that is given to a file, in UTF-8, its ending included: less than any file system takes. */
const maxNameBytes = 120;
/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;

/**
 * A name that every file system takes, made of one that somebody else has chosen: without folders, signs that control anything or mean
 * something to a shell or to us (`#` parts a file from a document in it), leading dots, and names of devices.
 */
export function safeFileName(stem: string, ending: string): string {
  const cut = cutBytes(cleanName(stem), maxNameBytes - ending.length - 1).replace(/[\s.]+$/, '');
  const name = reserved.test(cut.split('.')[0] ?? '') ? `_${cut}` : cut;
  return `${name === '' ? 'source' : name}.${ending}`;
}

/** `report.pdf` without its ending, if it has one that is meant as such. */
export function stemOf(name: string): string {
  return name.replace(/\.[a-z]{1,8}$/i, '');
}

/** What a link's file is called: the last part of its path, else its host. */
export function nameOfLink(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** `name-2.pdf` for `name.pdf` where that is taken, by any file that differs in nothing but case or the form of its accents. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(foldName));
  const [, stem = name, ending = ''] = /^(.*)(\.[^.]*)$/.exec(name) ?? [];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem}-${number}${ending}`;
    if (!used.has(foldName(candidate))) return candidate;
  }
}

/** Equal for names that some file system takes for one. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name of a collection as a folder may be called; null for one that no folder can have. Empty for the collection without a name. */
export function safeCollection(name: string): string | null {
  const given = name.normalize('NFC').trim();
  if (given === '') return '';
  const isSafe = cleanName(given) === given && given.length <= 60 && !reserved.test(given.split('.')[0] ?? '');
  return isSafe && !given.endsWith('.') ? given : null;
}

function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/[<>"|?*]+/g, '')
    .replace(/[:/\\#]+/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+/, '')
    .trim();
}

function cutBytes(text: string, most: number): string {
  let cut = '';
  let bytes = 0;
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > most) break;
    cut += letter;
  }
  return cut;
}
