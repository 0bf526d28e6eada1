/** Verbs by which a text gives the word to somebody, from everyday use of English. */
export const reportingVerbClasses = [
    {
        kind: 'said',
        needs: 'any',
        strength: 1,
        lemmas: 'say tell argue claim insist assert contend allege quip joke opine remark reiterate retort testify ' +
            'tweet muse lament complain concede acknowledge admit deny declare proclaim profess boast brag ' +
            'caution recount exclaim vow pledge hint imply stress emphasise emphasize underscore warn reassert ' +
            'theorize theorise counter intone conclude accuse blast slam criticize criticise rebuke chide ' +
            'ridicule mock denounce decry deride condemn lambast lambaste excoriate bemoan deplore chastise castigate belittle ' +
            'tout hail laud commend extol applaud praise liken characterize characterise scoff sneer gripe rail ' +
            'grumble whisper shout yell murmur mutter plead object assure reassure clarify ' +
            'elaborate summarise summarize paraphrase enthuse gush rave tease sing disparage berate ' +
            'refute rebut disavow disclaim disown retract recant speculate posit postulate tweeted retweet ' +
            'forecast dispute downplay decried editorialize recommend advise explain apologise apologize ' +
            'mention reveal disclose divulge confide confess attest vouch swear announce discuss ' +
            'pooh-pooh bash trash rip skewer grill debunk tease second-guess vilify champion document chronicle critique scold lecture',
    },
    {
        kind: 'said',
        needs: 'content',
        strength: 0.9,
        lemmas: 'describe dub label brand call welcome propound expound espouse reference question challenge dismiss reject blame thank credit congratulate ' +
            'cite quote invoke outline detail echo propose defend attack attribute ascribe portray depict ' +
            'promise threaten link equate liken highlight address debate assess recommend summarise stress confirm',
    },
    {
        kind: 'said',
        needs: 'quote',
        strength: 0.9,
        lemmas: 'begin continue go put start finish close end open persist snap snarl fume sigh laugh grin smile nod shrug interrupt correct ' +
            'hear publish advertise offer respond sign teach sum announce start cut interject',
    },
    {
        kind: 'said',
        needs: 'clause',
        strength: 0.9,
        lemmas: 'report note observe write add agree suggest state point confirm respond reply explain ask answer repeat ' +
            'inform notify predict comment rule hold certify object signal communicate relate chant read cry ' +
            'propose demand inquire enquire wonder post message text email telegraph volunteer ' +
            'interject exult recall remember reflect reason submit pray preach guarantee accept project maintain',
    },
    // A court hears, a judge rules: who may do so is looked at with the subject.
    { kind: 'said', needs: 'clause', strength: 0.9, lemmas: 'hear' },
    { kind: 'said', needs: 'content', strength: 0.85, lemmas: 'rule remember' },
    { kind: 'thinks', needs: 'content', strength: 0.8, lemmas: 'trace' },
    {
        kind: 'shows',
        needs: 'clause',
        strength: 0.9,
        lemmas: 'find show indicate demonstrate prove suggest determine conclude learn discover establish estimate calculate rate rank reveal uncover',
    },
    { kind: 'shows', needs: 'content', strength: 0.85, lemmas: 'estimate calculate' },
    { kind: 'thinks', needs: 'content', strength: 0.85, lemmas: 'predict forecast project reckon' },
    {
        kind: 'thinks',
        needs: 'any',
        strength: 1,
        lemmas: 'believe think suspect presume reckon regret resent distrust mistrust despise loathe detest deem ' +
            'disagree dread envisage envision foresee anticipate',
    },
    {
        kind: 'thinks',
        needs: 'content',
        strength: 0.85,
        lemmas: 'fear doubt consider view regard value admire respect like love hate dislike oppose expect disapprove worry trust enjoy',
    },
    {
        kind: 'thinks',
        needs: 'clause',
        strength: 0.9,
        lemmas: 'feel know understand assume hope see realize realise recognize recognise imagine guess figure decide suppose ' +
            'judge project calculate care wonder accept appreciate mind perceive sense gather interpret',
    },
    {
        kind: 'wants',
        needs: 'any',
        strength: 0.9,
        lemmas: 'want urge demand intend aspire vow prefer favor favour wish advocate endorse lobby implore beseech yearn hope',
    },
    {
        kind: 'wants',
        needs: 'infinitive',
        strength: 0.8,
        lemmas: 'like love plan hope seek aim promise threaten expect mean propose ask beg encourage consider strive appeal pledge vow',
    },
    {
        kind: 'wants',
        needs: 'infinitive',
        strength: 0.5,
        lemmas: 'agree refuse prepare decide choose vote try attempt offer need require instruct order elect opt decline',
    },
    {
        kind: 'wants',
        needs: 'content',
        strength: 0.85,
        lemmas: 'plan support seek request back propose oppose promote recommend champion pursue favour favor',
    },
    {
        kind: 'thinks',
        needs: 'as',
        strength: 0.85,
        lemmas: 'see view regard portray depict present paint cast frame identify list name refer speak talk write take read',
    },
];
/** Verb + particle that report together; the second part within three words. */
export const particleVerbs = new Map([
    ['find', { particles: 'fault', kind: 'said' }],
    ['call', { particles: 'for on', kind: 'wants' }],
    ['approve', { particles: 'of', kind: 'thinks' }],
    ['fear', { particles: 'for', kind: 'thinks' }],
    ['push', { particles: 'for', kind: 'wants' }],
    ['press', { particles: 'for', kind: 'wants' }],
    ['ask', { particles: 'for', kind: 'wants' }],
    ['campaign', { particles: 'for against', kind: 'wants' }],
    ['argue', { particles: 'for against', kind: 'said' }],
    ['speak', { particles: 'of about against', kind: 'said' }],
    ['talk', { particles: 'about of up', kind: 'said' }],
    ['complain', { particles: 'about of', kind: 'said' }],
    ['point', { particles: 'out to', kind: 'said' }],
    ['lash', { particles: 'out', kind: 'said' }],
    ['speculate', { particles: 'about on', kind: 'said' }],
    ['object', { particles: 'to', kind: 'said' }],
    ['refer', { particles: 'to', kind: 'said' }],
    ['allude', { particles: 'to', kind: 'said' }],
    ['touch', { particles: 'on', kind: 'said' }],
    ['disagree', { particles: 'with on', kind: 'thinks' }],
    ['agree', { particles: 'with', kind: 'thinks' }],
    ['side', { particles: 'with', kind: 'thinks' }],
    ['sympathize', { particles: 'with', kind: 'thinks' }],
    ['sympathise', { particles: 'with', kind: 'thinks' }],
    ['think', { particles: 'of', kind: 'thinks' }],
    ['dream', { particles: 'of', kind: 'wants' }],
    ['long', { particles: 'for', kind: 'wants' }],
    ['root', { particles: 'for', kind: 'wants' }],
    ['hit', { particles: 'back out', kind: 'said' }],
    ['fire', { particles: 'back', kind: 'said' }],
    ['go', { particles: 'after', kind: 'said' }],
    ['charge', { particles: 'with', kind: 'said' }],
    ['compare', { particles: 'to with', kind: 'said' }],
    ['chalk', { particles: 'up', kind: 'thinks' }],
    ['cast', { particles: 'doubt', kind: 'said' }],
    ['advocate', { particles: 'for', kind: 'wants' }],
    ['fight', { particles: 'for against', kind: 'wants' }],
    ['comment', { particles: 'on', kind: 'said' }],
    ['rail', { particles: 'against', kind: 'said' }],
    ['protest', { particles: 'against that', kind: 'said' }],
    ['warn', { particles: 'of against about', kind: 'said' }],
    ['lay', { particles: 'out', kind: 'said' }],
    ['spell', { particles: 'out', kind: 'said' }],
    ['set', { particles: 'forth', kind: 'said' }],
    ['look', { particles: 'forward', kind: 'thinks' }],
    ['worry', { particles: 'about that over', kind: 'thinks' }],
    ['boast', { particles: 'of about', kind: 'said' }],
    ['chime', { particles: 'in', kind: 'said' }],
    ['rule', { particles: 'out', kind: 'said' }],
    ['take', { particles: 'issue aim exception', kind: 'said' }],
    [
        'express',
        {
            particles: 'concern concerns doubt doubts hope support regret outrage frustration confidence interest skepticism scepticism dismay disappointment concern fear fears sympathy',
            kind: 'thinks',
        },
    ],
    [
        'voice',
        { particles: 'concern concerns doubt doubts hope support frustration fear fears criticism', kind: 'thinks' },
    ],
    [
        'raise',
        { particles: 'concern concerns doubt doubts question questions objection objections alarm', kind: 'said' },
    ],
    ['make', { particles: 'clear fun light reference mention secret', kind: 'said' }],
    ['give', { particles: 'warning', kind: 'said' }],
]);
/** Acts of judging and siding: what follows as an object is in the words of whoever reports it. */
export const actVerbs = 'welcome remember accuse blast slam criticize criticise rebuke chide ridicule mock denounce decry deride condemn lambast lambaste excoriate bemoan deplore chastise castigate belittle tout hail laud commend extol applaud ' +
    'praise bash trash rip skewer grill debunk vilify champion document chronicle critique scold downplay disparage berate refute rebut dispute endorse reject oppose support back defend attack blame thank credit congratulate ' +
    'question challenge dismiss threaten promise accept embrace favor favour resent distrust despise loathe detest dread anticipate envision pledge vow advocate urge demand seek promote pursue propose discuss address debate ' +
    'highlight emphasise emphasize stress underscore underline confirm deny reveal declare disclose announce outline detail link like love hate dislike admire respect enjoy';
/** Only a document, a poll, a study or an enquiry "shows" in a way that names a source. */
export const showingVerbs = 'show indicate demonstrate prove suggest reveal find determine establish confirm estimate imply underscore stress uncover signal';
/** What documents, polls and data do with a plain object: "the register lists 74 flats". */
export const documentVerbs = 'find list put show record count rate mention contain describe document feature record name detail reference cite note put arrive report identify give set value track map trace indicate reveal suggest';
/** Attitudes after "be": "engineers are divided", "she is confident that". */
export const attitudeAdjectives = 'confident convinced certain sure skeptical sceptical worried concerned afraid hopeful optimistic pessimistic opposed divided split unhappy angry adamant ' +
    'impressed unmoved keen eager willing unwilling reluctant committed determined undecided disappointed surprised pleased grateful outraged furious sympathetic critical dismissive ' +
    'unimpressed unconvinced persuaded satisfied alarmed frustrated delighted adamant wary doubtful suspicious uneasy nervous fearful cautious supportive unsure resentful glad appalled dismayed incensed aghast unapologetic unrepentant';
/** Persons named by a stance: "a critic of the deal". */
export const stanceHolders = 'critic opponent supporter advocate proponent defender champion skeptic sceptic detractor backer foe believer admirer fan';
/** Passive participles with "to" or "that" and no agent: an unnamed source. */
export const hearsayParticiples = 'said expected believed thought understood reported alleged rumored rumoured considered known estimated projected ' +
    'predicted forecast deemed feared claimed presumed assumed tipped scheduled planned intended accused suspected hoped anticipated';
/** Adverbs that mark hearsay. */
export const hearsayAdverbs = 'reportedly allegedly purportedly supposedly ostensibly';
/** Adjectives that mark what follows as somebody's claim. */
export const hearsayAdjectives = 'alleged purported reported rumored rumoured self-described self-proclaimed';
//# sourceMappingURL=reporting-verbs.js.map