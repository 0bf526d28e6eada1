import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, } from 'discord.js';
/** Names by which interactions are told apart. */
export const commandNames = {
    ask: 'ask',
    quote: 'quote',
    about: 'about',
    checkMessage: 'Check this message',
    findQuote: 'Find this quote',
};
const everywhere = {
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
};
const privateOption = {
    type: ApplicationCommandOptionType.Boolean,
    name: 'private',
    name_localizations: { de: 'privat' },
    description: 'Show the answer to you only',
    description_localizations: { de: 'Die Antwort nur dir zeigen' },
};
/** The commands as Discord is told of them, in English and German. */
export const commandDefinitions = [
    {
        ...everywhere,
        type: ApplicationCommandType.ChatInput,
        name: commandNames.ask,
        name_localizations: { de: 'frage' },
        description: 'Ask a question and get verbatim quotes in lanes: reported, claimed, opinion',
        description_localizations: {
            de: 'Stelle eine Frage; die Antwort sind wörtliche Zitate: berichtet, behauptet, Meinung',
        },
        options: [
            {
                type: ApplicationCommandOptionType.String,
                name: 'question',
                name_localizations: { de: 'frage' },
                description: 'What you want to know',
                description_localizations: { de: 'Was du wissen möchtest' },
                required: true,
            },
            {
                type: ApplicationCommandOptionType.String,
                name: 'in',
                name_localizations: { de: 'in' },
                description: 'Look in this document only',
                description_localizations: { de: 'Nur in diesem Dokument suchen' },
                autocomplete: true,
            },
            {
                type: ApplicationCommandOptionType.String,
                name: 'lane',
                name_localizations: { de: 'einordnung' },
                description: 'Only quotes of this kind',
                description_localizations: { de: 'Nur Zitate dieser Art' },
                choices: [
                    { name: 'Reported as fact', name_localizations: { de: 'Als Tatsache berichtet' }, value: 'reported' },
                    {
                        name: 'Claimed by a source',
                        name_localizations: { de: 'Von einer Quelle behauptet' },
                        value: 'attributed',
                    },
                    { name: 'Opinion of the author', name_localizations: { de: 'Meinung des Autors' }, value: 'opinion' },
                ],
            },
            privateOption,
        ],
    },
    {
        ...everywhere,
        type: ApplicationCommandType.ChatInput,
        name: commandNames.quote,
        name_localizations: { de: 'zitat' },
        description: 'Check a quote: exact, near with the differing words shown, or absent',
        description_localizations: {
            de: 'Prüfe ein Zitat: wörtlich, ähnlich (mit den abweichenden Wörtern) oder nicht vorhanden',
        },
        options: [
            {
                type: ApplicationCommandOptionType.String,
                name: 'text',
                name_localizations: { de: 'text' },
                description: 'The words to look for',
                description_localizations: { de: 'Die Worte, nach denen gesucht wird' },
                required: true,
            },
            privateOption,
        ],
    },
    {
        ...everywhere,
        type: ApplicationCommandType.ChatInput,
        name: commandNames.about,
        name_localizations: { de: 'info' },
        description: 'What this bot knows: documents, lanes, model, index version, uptime',
        description_localizations: { de: 'Was dieser Bot kennt: Dokumente, Einordnung, Modell, Indexversion, Laufzeit' },
    },
    {
        ...everywhere,
        type: ApplicationCommandType.Message,
        name: commandNames.checkMessage,
        name_localizations: { de: 'Nachricht prüfen' },
    },
    {
        ...everywhere,
        type: ApplicationCommandType.Message,
        name: commandNames.findQuote,
        name_localizations: { de: 'Dieses Zitat suchen' },
    },
];
//# sourceMappingURL=definitions.js.map