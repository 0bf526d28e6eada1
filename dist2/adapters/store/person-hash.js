import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
const derive = promisify(scrypt);
const hashBytes = 18;
/** About 10 ms a person: nothing for the bot, but a long time for whoever tries all numbers against a stolen store. */
const cost = { N: 4_096, r: 8, p: 1 };
const maxKept = 10_000;
/**
 * Hashes users' ids with the store's salt by scrypt (C. Percival, "Stronger key derivation via sequential memory-hard
 * functions", 2009; RFC 7914): 24 letters and digits in base64url.
 */
export function createPersonHasher(salt) {
    const kept = new Map();
    return (userId) => {
        const known = kept.get(userId);
        if (known)
            return known;
        if (kept.size >= maxKept)
            kept.clear();
        const hash = derive(userId, salt, hashBytes, cost).then((bytes) => bytes.toString('base64url'));
        kept.set(userId, hash);
        return hash;
    };
}
//# sourceMappingURL=person-hash.js.map