interface Given {
  /** The option that has named the place; where there is none, the settings have. */
  readonly option?: string;
}

/** Where a database of libSQL is. */
export type LibsqlAddress =
  | ({ readonly kind: 'file'; readonly file: string } & Given)
  /** `url` is a `libsql:`, `http(s):` or `ws(s):` address; `authToken` null where the server wants none. */
  | ({ readonly kind: 'server'; readonly url: string; readonly authToken: string | null } & Given);

/** `url` is a `postgres:` address. */
export interface PostgresAddress extends Given {
  readonly kind: 'postgres';
  readonly url: string;
}

/** Where a database is. */
export type DatabaseAddress = LibsqlAddress | PostgresAddress;

export function isPostgresUrl(url: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(url);
}

/** An address may hold a password; the host never does. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'not an address';
}

/** A name and password within an address as a header (RFC 7617): `fetch` refuses them where they are. */
export function takePassword(address: string): { readonly url: string; readonly header: string | null } {
  const { username, password } = new URL(address);
  if (username === '' && password === '') return { url: address, header: null };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const url = address.replace(/^([^/]*\/\/)[^/?#]*@/, '$1');
  return { url, header: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** What must not be shown of an address and its token. */
export function secretsOf(address: Exclude<DatabaseAddress, { kind: 'file' }>): string[] {
  const { url } = address;
  if (!URL.canParse(url)) return [url];
  const { username, password, search, searchParams } = new URL(url);
  const given = [
    address.kind === 'server' ? address.authToken : null,
    ...['authToken', 'password'].map((name) => searchParams.get(name)),
  ];
  const secrets = [url, ...given, search, `${username}:${password}@`, password];
  return [...secrets, decode(password)].filter((secret): secret is string => (secret ?? '').length > 2);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that stands for itself
  }
}
