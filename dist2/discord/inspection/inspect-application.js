import { ApplicationFlags, GatewayIntentBits } from 'discord.js';
import { fail, pass, warn } from '../../app/doctor/finding.js';
/** The privileged intents, by their names in Discord's developer portal, with the flags that show them as switched on. */
const privileged = [
    [
        'Presence Intent',
        GatewayIntentBits.GuildPresences,
        ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
    ],
    [
        'Server Members Intent',
        GatewayIntentBits.GuildMembers,
        ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
    ],
    [
        'Message Content Intent',
        GatewayIntentBits.MessageContent,
        ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
    ],
];
/** Which events the bot asks Discord for. */
export function inspectIntents({ options }) {
    const asked = privileged.filter(([, intent]) => options.intents.has(intent)).map(([name]) => name);
    if (asked.length > 0)
        return fail('intents', `the bot asks for the ${asked.join(', ')}`, 'Do not start this version; report it.');
    return pass('intents', `the bot asks for ${options.intents.toArray().join(', ')}; none is privileged`);
}
/** Whether the application may receive what the bot never asks for. */
export function inspectApplication({ name, flags }) {
    const on = privileged.filter(([, , flag]) => (flags & flag) !== 0).map(([intent]) => intent);
    if (on.length === 0)
        return pass('application', `"${name}", all privileged intents switched off`);
    return warn('application', `"${name}" has privileged intents switched on that the bot does not need: ${on.join(', ')}`, 'Switch them off: https://discord.com/developers/applications → Bot.');
}
//# sourceMappingURL=inspect-application.js.map