/**
 * A short number for a stretch of text that can be looked for in a longer text in one pass, whatever its length: the
 * rolling hash of R. Karp and M. Rabin, "Efficient randomized pattern-matching algorithms", IBM J. Res. Dev. 31 (2), 1987.
 * Two moduli below 2^26 keep all products exact in a double and make 52 bits together.
 */
const moduli = [67_108_859, 67_108_837];
const base = 65_599;
const secondScale = 2 ** 26;
/** The fingerprint of a text in base 36: at most 11 letters and digits. */
export function fingerprint(text) {
    const hashes = moduli.map((modulus) => hashOf(text, 0, text.length, modulus));
    return join(hashes);
}
/** Where a stretch of `length` UTF-16 units with this fingerprint begins, the one nearest to `near`; null if nowhere. */
export function findFingerprint(text, length, wanted, near = 0) {
    if (length < 1 || length > text.length)
        return null;
    const hashes = moduli.map((modulus) => hashOf(text, 0, length, modulus));
    const powers = moduli.map((modulus) => powerOf(length - 1, modulus));
    let found = null;
    for (let start = 0;; start++) {
        if (join(hashes) === wanted && (found === null || Math.abs(start - near) < Math.abs(found - near)))
            found = start;
        if (start + length >= text.length)
            return found;
        for (const [i, modulus] of moduli.entries()) {
            const leaving = (text.charCodeAt(start) * (powers[i] ?? 0)) % modulus;
            const kept = ((hashes[i] ?? 0) - leaving + modulus) % modulus;
            hashes[i] = (kept * base + text.charCodeAt(start + length)) % modulus;
        }
    }
}
function hashOf(text, start, end, modulus) {
    let hash = 0;
    for (let at = start; at < end; at++)
        hash = (hash * base + text.charCodeAt(at)) % modulus;
    return hash;
}
function powerOf(exponent, modulus) {
    let power = 1;
    for (let i = 0; i < exponent; i++)
        power = (power * base) % modulus;
    return power;
}
function join([first = 0, second = 0]) {
    return (first * secondScale + second).toString(36);
}
//# sourceMappingURL=fingerprint.js.map