import { ButtonStyle, ComponentType, } from 'discord.js';
/** Never the only sign of a lane: each container also says what it is. */
export const accents = {
    reported: 0x2f6fb0,
    attributed: 0xb7791f,
    opinion: 0x8a4fbf,
    neutral: 0x8a9099,
    good: 0x2f8f5b,
    warning: 0xc05621,
};
/** Discord counts texts of all Text Displays together; a little is kept back. */
const maxTextLength = 3_900;
const maxTextBytes = 9_500;
const maxComponents = 40;
const maxLinkLength = 512;
export function text(content) {
    return { type: ComponentType.TextDisplay, content };
}
export function container(accent, components) {
    return { type: ComponentType.Container, accent_color: accent, components: [...components] };
}
/** A file of the same card, by its name. */
export function fileComponent(name) {
    return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}
/** The files of a card as discord.js takes them. */
export function attachFiles({ files }) {
    if (!files)
        return {};
    return { files: files.map(({ name, content }) => ({ attachment: Buffer.from(content, 'utf8'), name })) };
}
export function row(buttons) {
    return { type: ComponentType.ActionRow, components: [...buttons] };
}
export function button(customId, label, emoji) {
    return {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: customId,
        label,
        ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    };
}
/** A link button; none for an address that Discord would refuse. */
export function linkButtons(url, label) {
    if (url === null || url.length > maxLinkLength || !/^https?:\/\//i.test(url))
        return [];
    return [{ type: ComponentType.Button, style: ButtonStyle.Link, url, label }];
}
/** The card with a small line of the bot's own in its first text, so that it needs no further component. */
export function addLine(card, line) {
    let isAdded = false;
    const visit = (component) => {
        if (isAdded)
            return component;
        if ('content' in component && typeof component.content === 'string') {
            isAdded = true;
            return { ...component, content: `${component.content}\n-# ${line}` };
        }
        if (!('components' in component) || !Array.isArray(component.components))
            return component;
        return { ...component, components: component.components.map((each) => visit(each)) };
    };
    return { ...card, components: card.components.map(visit) };
}
/** Whether Discord takes the card: its texts and the number of its components, nested ones counted. */
export function fits({ components }) {
    const texts = [];
    let count = 0;
    const visit = (component) => {
        count++;
        if ('content' in component && typeof component.content === 'string')
            texts.push(component.content);
        if ('components' in component && Array.isArray(component.components))
            component.components.forEach(visit);
    };
    components.forEach(visit);
    const all = texts.join('');
    return count <= maxComponents && all.length <= maxTextLength && Buffer.byteLength(all) <= maxTextBytes;
}
/** The first of the cards that Discord takes, or the last one. */
export function firstFitting(attempts, render) {
    let card = { components: [] };
    for (const attempt of attempts) {
        card = render(attempt);
        if (fits(card))
            break;
    }
    return card;
}
//# sourceMappingURL=card.js.map