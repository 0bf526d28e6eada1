/** An address may hold a password; the host never does. */
export function hostOf(url) {
    return URL.canParse(url) ? new URL(url).host : 'not an address';
}
/** A name and password within an address as a header (RFC 7617): `fetch` refuses them where they are. */
export function takePassword(address) {
    const { username, password } = new URL(address);
    if (username === '' && password === '')
        return { url: address, header: null };
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const url = address.replace(/^([^/]*\/\/)[^/?#]*@/, '$1');
    return { url, header: `Basic ${Buffer.from(pair).toString('base64')}` };
}
/** What must not be shown of an address and its token. */
export function secretsOf({ url, authToken }) {
    if (!URL.canParse(url))
        return [url];
    const { username, password, search, searchParams } = new URL(url);
    const secrets = [url, authToken, search, searchParams.get('authToken'), `${username}:${password}@`, password];
    return [...secrets, decodeURIComponent(password)].filter((secret) => (secret ?? '').length > 2);
}
//# sourceMappingURL=database-address.js.map