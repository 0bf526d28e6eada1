/** Why something is not taken, in the asker's language, or null. */
export function refusePlace({ channelId, parentId, isDirect }, services, texts) {
    if (services.isStopping)
        return texts.shuttingDown;
    const { allowedChannels, moderatorChannel } = services.settings;
    if (isDirect || allowedChannels.length === 0 || channelId === moderatorChannel)
        return null;
    if (allowedChannels.includes(channelId) || (parentId !== null && allowedChannels.includes(parentId)))
        return null;
    return texts.channelNotAllowed(allowedChannels.map((id) => `<#${id}>`).join(', '));
}
/** Takes a question into the queue, or says exactly why not: the place, a pause to keep, a full queue. */
export function admitQuestion(place, services, texts) {
    const refusal = refusePlace(place, services, texts);
    if (refusal !== null)
        return refusal;
    const { userCooldown, channelCooldown, queue } = services;
    const userSeconds = userCooldown.secondsLeft(place.userId);
    if (userSeconds > 0)
        return texts.cooldownUser(userSeconds);
    const channelSeconds = place.isDirect ? 0 : channelCooldown.secondsLeft(place.channelId);
    if (channelSeconds > 0)
        return texts.cooldownChannel(channelSeconds);
    const ticket = enterQueue(place.userId, queue, texts);
    if (typeof ticket === 'string')
        return ticket;
    userCooldown.start(place.userId);
    if (!place.isDirect)
        channelCooldown.start(place.channelId);
    return ticket;
}
/** A place in the queue, or why there is none. */
export function enterQueue(userId, queue, texts) {
    const ticket = queue.enter(userId);
    if (ticket === 'full')
        return texts.queueFull(queue.limits.limit);
    if (ticket === 'user-full')
        return texts.userQueueFull(queue.limits.userLimit);
    return ticket;
}
//# sourceMappingURL=admission.js.map