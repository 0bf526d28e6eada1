export function pass(check, detail) {
    return { check, status: 'ok', detail, advice: null };
}
export function warn(check, detail, advice) {
    return { check, status: 'warning', detail, advice };
}
export function fail(check, detail, advice) {
    return { check, status: 'failure', detail, advice };
}
export function skip(check, detail) {
    return { check, status: 'skipped', detail, advice: null };
}
/** An expected failure as a finding: its message says first what is wrong, and then what to do. */
export function failWith(check, error) {
    const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    const parts = /^(.*?)\. (?=[A-Z"])(.+)$/.exec(message) ?? /^(.*?): (?=[a-z])(.+)$/.exec(message);
    const [, detail = message, advice = 'try again'] = parts ?? [];
    return fail(check, detail, `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`);
}
//# sourceMappingURL=finding.js.map