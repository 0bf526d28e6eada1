import { DiscordAPIError, MessageFlags, Routes, } from 'discord.js';
import { codeOf, describeFailure, discordCodes, isTransient, retryCall } from './failures.js';
import { addLine, attachFiles } from './render/card.js';
import { renderNotice } from './render/notice.js';
import { sendToChannel, sendToUser } from './send.js';
/** Discord takes a first answer for 3 s; a retry that would come later is of no use. */
const acknowledgePausesMs = [100, 250, 500, 900];
const acknowledgeWithinMs = 2_600;
const editPausesMs = [300, 700, 1_500, 3_000, 6_000];
/** The answer to one interaction, through to whoever asked, whatever becomes of the ways on which it should come. */
export class Responder {
    interaction;
    mode;
    log;
    texts;
    requestId;
    /** Whether Discord has given the interaction up. */
    isLost = false;
    constructor(interaction, mode, log, texts, requestId) {
        this.interaction = interaction;
        this.mode = mode;
        this.log = log;
        this.texts = texts;
        this.requestId = requestId;
    }
    get isPrivate() {
        return this.mode === 'private';
    }
    /** Tells Discord that an answer comes, unless it knows already; private or public is settled here. Never throws. */
    async acknowledge() {
        const { interaction, log } = this;
        if (interaction.deferred || interaction.replied)
            return;
        for (const pauseMs of [...acknowledgePausesMs, null]) {
            try {
                await this.defer();
                return;
            }
            catch (error) {
                // After a lost answer it is not known whether the call arrived, and a second one would be an offence.
                if (codeOf(error) === discordCodes.alreadyAcknowledged || (isTransient(error) && (await this.isThere()))) {
                    interaction.deferred = true;
                    return;
                }
                const isTooLate = pauseMs === null || Date.now() + pauseMs - interaction.createdTimestamp > acknowledgeWithinMs;
                if (isTooLate || !isTransient(error)) {
                    this.isLost = true;
                    log.warn(describeFailure(error), 'interaction could not be acknowledged');
                    return;
                }
                await new Promise((resolve) => setTimeout(resolve, pauseMs));
            }
        }
    }
    async defer() {
        const { interaction, mode } = this;
        if (mode !== 'update')
            await interaction.deferReply(mode === 'private' ? { flags: MessageFlags.Ephemeral } : {});
        else if (interaction.isMessageComponent() || interaction.isModalSubmit())
            await interaction.deferUpdate();
    }
    /** Whether Discord has a reply of ours to this interaction, which is so only after an acknowledgement. */
    async isThere() {
        const { client, applicationId, token } = this.interaction;
        return client.rest.get(Routes.webhookMessage(applicationId, token), { auth: false }).then(() => true, () => false);
    }
    /** Brings the final answer: into the reply, else after it, else into the channel or to the asker directly. */
    async deliver(card) {
        if (!this.isLost && (await this.tryEdit(card)))
            return;
        await this.deliverElsewhere(this.isLost ? addLine(card, this.texts.late) : card);
    }
    /** Changes the reply once more, for a notice while something takes long. Never throws. */
    async announce(card) {
        if (this.isLost)
            return;
        await this.interaction.editReply(toBody(card)).catch((error) => {
            this.log.warn(describeFailure(error), 'notice could not be shown');
        });
    }
    /** Takes away the message that the button sits on. */
    async remove() {
        await retryCall(() => this.interaction.deleteReply(), editPausesMs);
    }
    /** `isLast` for what is shown instead of a message that Discord finds fault with. */
    async tryEdit(card, isLast = false) {
        const { interaction, log } = this;
        try {
            await retryCall(() => interaction.editReply(toBody(card)), editPausesMs);
            return true;
        }
        catch (error) {
            log.error(describeFailure(error), 'reply could not be edited');
            if (!(error instanceof DiscordAPIError))
                return false;
            if (error.code === discordCodes.invalidBody && !isLast) {
                return this.tryEdit(renderNotice(this.texts.failed(this.requestId), 'warning'), true);
            }
        }
        try {
            const flags = this.mode === 'public'
                ? [MessageFlags.IsComponentsV2]
                : [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral];
            await interaction.followUp({ ...toBody(card), flags });
            return true;
        }
        catch (error) {
            log.error(describeFailure(error), 'follow-up could not be sent');
            return false;
        }
    }
    async deliverElsewhere(card) {
        const { client, user, channelId } = this.interaction;
        if (this.mode === 'public' && channelId !== null) {
            const sent = await sendToChannel(client, channelId, addLine(card, `<@${user.id}>`), this.log);
            if (sent)
                return;
        }
        if (!(await sendToUser(user, card, this.log)))
            this.log.error('nobody could be told');
    }
}
function toBody(card) {
    return {
        components: card.components,
        ...attachFiles(card),
        flags: MessageFlags.IsComponentsV2,
        allowedMentions: { parse: [] },
    };
}
//# sourceMappingURL=responder.js.map