/**
 * Reads an order of quotes as a person writes it, such as `3 1 2` or `3, 1`: numbers from 1 to `count`, each once. Those
 * that are not named follow in the order that they have. Null for anything else; an empty text leaves the order.
 *
 * @param order numbers from 0, each once
 */
export function readOrder(text, order) {
    const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
    if (parts.some((part) => !/^\d{1,3}\.?$/.test(part)))
        return null;
    const named = parts.map((part) => Number.parseInt(part, 10) - 1);
    if (new Set(named).size < named.length || named.some((number) => !order.includes(number)))
        return null;
    return [...named, ...order.filter((number) => !named.includes(number))];
}
/** The order as `readOrder` reads it. */
export function writeOrder(order) {
    return order.map((number) => number + 1).join(' ');
}
//# sourceMappingURL=read-order.js.map