/** Words that judge almost wherever they stand. Dictionary forms; adverbs as written. */
export const loadedWords =
  // adjectives against
  'absurd abysmal abhorrent abject appalling arrogant asinine atrocious awful baffling baseless bogus botched brazen ' +
  'callous catastrophic chaotic childish clueless clumsy complacent contemptible corrosive cowardly craven crass cruel cynical damning ' +
  'deceitful deluded deplorable despicable dire dismal disastrous disgraceful disgusting dishonest dismissive disingenuous disturbing divisive dreadful dreary ' +
  'dubious egregious embarrassing evil exasperating fanciful farcical feckless feeble flawed flimsy foolish foul fraudulent frivolous futile ghastly grim ' +
  'grotesque hapless harebrained hateful heartless hideous hollow hopeless horrendous horrible horrific horrifying hypocritical ' +
  'idiotic ignoble immoral imprudent inadequate incoherent incompetent indefensible inept inexcusable inexplicable infamous infuriating inhumane ' +
  'insane insidious insulting insufferable intolerable irresponsible irrational laughable lackluster lacklustre lamentable lazy lopsided ludicrous ' +
  'mad maddening malicious meaningless mediocre mindless misbegotten misguided misleading miserable monstrous monumental muddled naive nasty nonsensical ' +
  'notorious obnoxious obscene odious ominous outlandish outrageous overblown overrated pathetic patronising patronizing perverse petty pitiful pointless ' +
  'preposterous pretentious reckless regrettable repugnant repulsive ridiculous risible rotten ruinous ruthless savage scandalous scathing ' +
  'selfish senseless shabby shallow shambolic shameful shameless shocking shoddy shortsighted shrill sickening silly sinister sleazy sloppy smug sordid ' +
  'spectacular spineless spurious squalid stale stupid substandard tawdry tedious terrible terrifying thoughtless tiresome toothless toxic tragic ' +
  'trivial troubling unacceptable unconscionable unconvincing underwhelming unfair unforgivable unjust unseemly unwarranted unwise useless vacuous vain vapid vicious vile vindictive ' +
  'wasteful weary wicked woeful worthless wretched wrongheaded embarrassing perilous ' +
  // adjectives for
  'admirable adorable amazing astonishing astounding astute beautiful beloved breathtaking brilliant captivating charming ' +
  'commendable compelling courageous dazzling delicious delightful deft dignified elegant enchanting enlightened excellent exceptional exemplary exhilarating ' +
  'exquisite extraordinary fabulous fantastic fascinating formidable glorious gorgeous graceful gracious gripping heroic honourable impeccable impressive incredible ingenious inspired ' +
  'inspiring invaluable irresistible laudable lively lovely luminous magical magnificent majestic marvellous marvelous masterful mesmerising mesmerizing noble nimble outstanding ' +
  'peerless perfect phenomenal picturesque poignant praiseworthy priceless refreshing remarkable sensational sensible splendid staggering stellar stirring stunning sublime ' +
  'superb superlative terrific thoughtful thrilling timeless tremendous triumphant unbeatable unforgettable unmatched unparalleled unrivalled unsurpassed visionary vivid welcome ' +
  'wise witty wonderful wondrous worthy ' +
  // adverbs
  'absurdly admirably alarmingly appallingly beautifully bizarrely brazenly brilliantly callously catastrophically clumsily cynically deplorably disastrously disgracefully disingenuously ' +
  'dismally dreadfully dutifully embarrassingly foolishly gleefully grimly grossly hopelessly horribly inexcusably inexplicably infuriatingly ironically laughably ' +
  'ludicrously magnificently mercifully miraculously miserably mysteriously naively painfully perversely pitifully predictably preposterously recklessly regrettably remarkably ridiculously rightly ' +
  'sadly scandalously shamefully shamelessly shockingly splendidly stubbornly stupidly superbly terribly thankfully tragically unfairly unforgivably unfortunately ' +
  'unjustly unsurprisingly wisely woefully wonderfully wrongly magically stubbornly smugly ' +
  // nouns
  'absurdity abomination arrogance atrocity betrayal bluster blunder botch boondoggle bungle callousness charade circus complacency contempt cowardice cruelty cynicism ' +
  'debacle decadence deceit defamation delusion demagogue despair disaster disgrace dishonesty disservice drivel embarrassment evil evasion excuse ' +
  'failing failings fallacy farce fiasco folly foolishness fraud futility gimmick greed hubris humiliation hysteria hypocrisy idiocy idiot ' +
  'incompetence ineptitude indifference indignity inertia infamy ingenuity insanity insult intransigence irony lunacy madness masterpiece masterclass mediocrity menace mess mockery myopia ' +
  'naivety nightmare nonsense obscenity outrage pantomime paradox parody pittance platitude ploy posturing pretence pretense prejudice propaganda quagmire racket recklessness ' +
  'rubbish ruse scandal scapegoat scourge sham shambles shame shamelessness smugness spectacle spite stupidity stunt swindle tatters testament ' +
  'thuggery tragedy travesty treachery treasure triumph tyranny vanity vandalism vendetta wasteland whim whitewash windbag wisdom ' +
  'brilliance excellence genius grace heroism integrity kindness marvel miracle splendour splendor virtue ' +
  // verbs
  'bamboozle bungle botch butcher cheapen coddle connive cower cripple deceive defile demean dither dupe embarrass exacerbate exploit fawn flounder fritter ' +
  'grovel hoodwink infuriate insult languish meddle mismanage mislead mock ogle pander pontificate prevaricate ransack ravage relish rubbish scapegoat scaremonger ' +
  'smear squander stifle stonewall strangle swindle trample undermine vilify wallow whitewash wreck enchant dazzle excel inspire shine soar ' +
  // more of all kinds, in alphabetical order
  'accomplished acquiescence adept agile aimless alluring amateurish anaemic anemic appallingly appeasement ' +
  'apt arrogantly artful artless astonishingly astounded atrocity attractive autocratic awesome barbaric ' +
  'barbarous bastion beacon belittle benighted besmirch besotted bewilder bewitching bigoted bigotry ' +
  'blackmail blinkered blissful bloodthirsty bludgeon boastful bonanza boorish bountiful brainless bravado ' +
  'breezy browbeat brutality brutish bully bumbling bungled bungling cajole calamitous cant captivating ' +
  'cavalier cesspit charismatic charmless cheerless chicanery claptrap clever clownish coddled collusion ' +
  'colorless colourless comeuppance compassionate conceit conceited congenial connive conscientious ' +
  'considerate contemptuous contrived conundrum corrupt counterproductive cowed cower crackpot crazy ' +
  'creaking cronyism crooked crusader culpable cumbersome cynic debase debased decisive decrepit deficient ' +
  'defraud degrade dehumanising dehumanizing delectable delightfully delirium delusional demagoguery ' +
  'demeaning demented demonise demonize denigrate depravity deranged derelict derisory desecrate despot ' +
  'desultory detestable devious devoted diabolical dilapidated diligent disarray disastrously discerning ' +
  'discredited disfigure disfigured disgrace disgruntled disgust dishonorable dishonour dishonourable ' +
  'disjointed dispiriting disreputable distinguished dogma dogmatic doomed doublespeak downfall draconian ' +
  'droll dross dynamic dysfunctional egotistical eloquent enrage enslave enterprising entrap enviable ' +
  'erudite evocative exasperate exhilarating exorbitant extortionate exuberant eyesore fallacious fanaticism ' +
  'favouritism fawning fearless fearmonger fearmongering feat feckless fecklessness fickle figment fixation ' +
  'flagrant flaky flattery flawless flippant flout fob fool foolhardy forgiving forlorn fraudster frightful ' +
  'fritter fruitful garish genial ghastly gibberish gifted glib glittering glorify glory goad godsend gouge ' +
  'graft grandeur grandstand gratuitous greatness greedy grievous groundbreaking grudging gulag gullible ' +
  'gutless haphazard harangue hardworking harmful harmonious haughty heartbreak heartlessness hearty henpeck ' +
  'hoax hogwash hokum honourably horrify hospitable hostile howler humiliate humiliating humourless ' +
  'hyperbole hypocrite hysterical idle idolise idolize ignominious ignorant illogic illogical illuminating ' +
  'illustrious imaginative immaculate immature imperil impotent impractical impudence impudent inaction ' +
  'inadequacy inane inanity inappropriate incapable incessant incisive incomprehensible inconsiderate ' +
  'indecent indecision indecisive indefatigable indiscriminate indispensable indoctrinate indolent ' +
  'indomitable indulgence ineffectual ineptitude inexperienced infantile infest inflammatory inglorious ' +
  'inhospitable inhuman innovative insensitive insightful insincere insinuate insipid insolent inspirational ' +
  'instructive intelligent intemperate interminable intolerance intrepid intrusive invidious invigorating ' +
  'inviting irksome jaded jaundiced jingoism joyless judicious kindly kleptocracy kowtow laborious ' +
  'lamentably laughingstock laziness leaden liar lifeless likeable lionise lionize listless loathsome ' +
  'lopsidedly lucid lumbering lunatic magnanimous magnetic malaise malice malign malpractice mangle maniacal ' +
  'manipulative martyrdom masquerade masterly mediocre meekness megalomania melodramatic memorably menacing ' +
  'menagerie merciful merciless mesmerise mischief misery misinform misplaced misrepresent misrule ' +
  'mistreatment mockery mollycoddle monotonous moonshine morass moribund myopic narcissism nauseating ' +
  'nefarious neglectful negligence neighbourly nepotism nihilism nonsensically nostalgia nourishing nuanced ' +
  'nuisance obfuscate objectionable obstinate obtuse offensive opportunism opportunistic oppressive ' +
  'optimistic overbearing overcomplicated oversell oversimplification overstate painstaking paranoia ' +
  'paranoid parasitic parochial patronise patronize peaceable pedantic pedestrian perceptive perfection ' +
  'perfidious perfunctory pernicious persuasive perversion pervert pessimistic pettiness petulant ' +
  'philanthropic piffle pigheaded pilfer pillory pinnacle pinprick pleasant pleasing pleasurable plight ' +
  'plodding ploy plucky ponderous pontificate poppycock populism predatory preen prejudiced primitive ' +
  'principled profiteer profligate propagandise prosaic prudent puerile punitive purgatory putridity ' +
  'quackery quintessential quixotic radiant rancid rapacious rapture ravages reactionary recklessness ' +
  'refined relaxing repellent reprehensible reprehensibly repressive resilient resolute resourceful ' +
  'respectable rewarding rigged righteous romanticise romanticize rot rousing rude ruination ruthlessly ' +
  'ruthlessness sadistic sanctimonious sanctimony satisfying savagery savviness scaremongering ' +
  'scatterbrained schmaltzy scintillating scoundrel scrumptious scrupulous scupper scurrilous selfless ' +
  'senselessly sentimentality servile servility shenanigans shirk shortchange showmanship sicken simper ' +
  'simplistic sinful skilful skillful slander slanderous slapdash slavish sleaze sleepwalk slimy slob ' +
  'sloppily smokescreen snobbery snobbish snooker sodden soggy sophistry soporific soulful specious ' +
  'spectacularly spellbinding spirited spiteful spotless spurned squalor squander squandered stagnating ' +
  'stagnation statesmanlike steadfast stench stifling stilted stinker strident stubbornness stymie subjugate ' +
  'subservient subterfuge succulent sugarcoat supercilious superficial superfluous superstar supple ' +
  'sycophant sycophantic tacky tasteful tasteless tatty tedium temerity terrorise terrorize thoughtlessness ' +
  'timidity tiresomely token tokenism tomfoolery torpor tortuous touching trailblazing tranquil treacherous ' +
  'trickery tripe trivialise trivialize troublemaker trustworthy turgid twaddle tyrannical tyrant ugliness ' +
  'unabashed unambitious unappealing unassuming unattractive uncaring uncompromising undemocratic undeserved ' +
  'undignified unethical unforgiving unfounded ungrateful unhelpful unimaginative uninspired uninspiring ' +
  'uninspiringly unintelligible unkind unlovely unpalatable unprincipled unprofessional unrealistic unruly ' +
  'unsatisfactory unsavory unscrupulous unsightly unsound unsustainable untenable untrustworthy unwelcome ' +
  'unworthy uplifting upstage vacuity vainglory valiant vandal vapid venal vengeful versatile verve vexing ' +
  'victimhood victimise victimize vilification vindictiveness virtuosity virtuoso virtuous vitriolic vulgar ' +
  'vulgarity wanton warmongering wasteful wastefulness weasel weaselly whiner whinge whingeing whining wimp ' +
  'winsome witless wonderland woolly worrisome wrongful xenophobic zeal zealous';

/** Words that judge in most sentences but also measure or describe: half a judgement each. */
export const evaluativeWords =
  'bad good better best worse worst great greatest poor weak strong wrong right fair honest decent proper reasonable important essential vital crucial key ' +
  'necessary unnecessary urgent serious grave severe significant critical fundamental dangerous risky harmful healthy helpful useful valuable worthwhile ' +
  'successful unsuccessful effective ineffective inefficient efficient clear obvious simple complex complicated difficult hard easy ' +
  'strange odd curious weird bizarre peculiar surprising unsurprising striking interesting boring dull bland bleak gloomy cheerful happy sad glad sorry grateful ' +
  'proud ashamed angry tired exhausted costly cheap modest humble generous stingy mean tough harsh gentle kind brutal warm cold bright dim sharp blunt ' +
  'rich lavish glossy ugly messy tidy neat clean dirty silly funny true false real genuine fake empty full deep shallow thin fragile robust ' +
  'sound solid stable volatile uncertain sure likely unlikely possible impossible inevitable unavoidable ' +
  'popular favourite favorite iconic classic fresh crisp tasty rich cosy cozy comfortable uncomfortable awkward promising disappointing satisfying ' +
  'wasted missed overdue belated timid bold brave cautious careful careless lucky unlucky rare precious special unique ideal optimal superior inferior ' +
  'innocent guilty blind deaf mute stubborn rigid flexible transparent opaque comprehensive coordinated measured sophisticated stark porous multifaceted humane ' +
  'problem failure success mistake error lesson burden threat risk danger challenge opportunity hope fear blame fault credit merit worth value ' +
  'truth lie myth illusion fantasy dream pretext excuse remedy cure solution answer sense trust faith doubt respect justice injustice fairness responsibility ' +
  'loyal loyalty ambitious eager familiar demanding daunting steady smooth rough bitter sour dull heavy notable noteworthy telling revealing welcome awkwardly expensive affordable accessible thorough excessive modestly generously limited unlimited narrow sensible practical impractical realistic futile fragile hopeful hopeless powerful powerless influential prominent leading mighty massive huge enormous immense tiny minor major mediocre ordinary average superb adequate sufficient insufficient satisfactory credibility legitimacy progress setback breakthrough achievement accomplishment strength weakness advantage disadvantage benefit drawback shortcoming flaw fault deficiency mess chaos confusion scandal crisis disgrace dignity elegance joy delight courage kindness duty obligation accountability commitment necessity need luxury privilege gift blessing curse victory defeat bargain trick trap gamble ' +
  'deserve fail suffer struggle matter ought hurt harm damage ruin destroy spoil waste ignore neglect betray abandon pretend succeed thrive flourish lurk loom ' +
  'reward punish blame trust betray cheat rob afford flatter favour favor worsen deteriorate improve enrich jeopardise jeopardize threaten evade expose underscore highlight ' +
  'underdeveloped understandable credible incredible plausible implausible legitimate illegitimate unprecedented pressing mere sheer outright utter downright ' +
  'well badly poorly properly fairly seriously gravely sorely heavily hugely vastly barely hardly scarcely worthily responsibly effectively nicely quietly cheerfully proudly';

/** Colourful words: a plainer one was at hand, and the choice takes a side. */
export const vividWords =
  'agony anguish avalanche backlash baffle bane barrage bash batter battered bellow berserk binge blast blatant blaze blistering blitz bloated bloodbath blow bombard bombshell ' +
  'boon brash brawl breakneck bullish bulldoze bungled bust buzz calamity capitulate carnage cataclysm chaos charred cheeky cherish chic clamour clamp clash cling clobber clog ' +
  'cloying clutch coax colossal conspicuous cosy crackdown cram crave craze crazed creepy cripple crippling crisis croak crumble crumbling crusade cute dash dashing daunt deadlock deafening debunk decimate ' +
  'desperate devastate devastating devour dicey ditch dizzying dodge dodgy doom doomed dour dramatic drastic dreamy dreary drench dub eerie epic escapade ' +
  'eviscerate excruciating explode explosive extravagant fabled falter famed fanatic feast ferocious fiasco fierce fiery fixated flaunt flirt flirtation flog flop flounder ' +
  'flub flurry frantic freak frenetic frenzied frenzy frosty frothy furious furore fury fuss fussy gaffe gall gallant garner gargantuan ghoulish gigantic glam glamorous glare glaring glitter glitzy gloat gloom glowing ' +
  'glum gobble grace grapple gritty grotty grubby gruelling grueling grumpy gush gutsy hallmark handsome handsy hardline hardy harrowing harsh hasten haunt haunting havoc haywire heartbreaking heartfelt heartwarming heated hefty heinous hell hellish ' +
  'hurdle hurl hurtle hype iconic idyllic impasse implode impoverish inescapable infamous inferno inflame insane invincible jarring jeer jolt juicy juggle kamikaze keen kooky lacklustre laggard lambast languish ' +
  'lavish legendary loom lousy lucrative lukewarm lurch lurid luxurious lynch maelstrom mammoth massacre massive maul mayhem meagre meager meddling meltdown memorable menacing meteoric meticulous miserly muddle ' +
  'nagging nifty nightmarish nosedive obsess obsessed obsession ordeal overblown overpriced overshadow paltry panic pariah parasite partisan peddle peril perky pester phony phoney pillage plague plunder plush pompous posh powerhouse precarious pristine proudly provoke ' +
  'prowess pulverise pummel punishing pyrrhic quip racy rage raging rampage rampant rattle raucous ravaged raw reek reeling relentless repress resounding revel revered riveting roar roaring robust rocky roil romp rosy rumble sacred sassy saucy savvy scramble scruffy seductive seethe ' +
  'seismic serene shaky sham shattered shock shocker showdown showpiece shun sidelined sidestep sizzle sizzling skyrocket slam slash slaughter sleek smear smitten smoulder smug snag snap snappy snarl snatch sneer sneak sneaky snub soaring soothing sorry soulless sparkle sparkling spat spearhead spew spiral splendid splurge ' +
  'sprawling spree sprightly squabble squeaky stagger stagnant stalwart stampede standoff stark startling starve stealthy steamy stingy stoke stormy stranglehold stun stunned stunner stylish suave sublime succumb suffocate sulk sultry sumptuous superstar surreal swagger swanky sweeping sweet swish swoon swoop ' +
  'tainted tantrum tarnish tarnished taunt teeter tentative terror thorny thrash threadbare thrilled thug thumping thwart tireless torment torpedo torrent torrid tout traumatic treacherous trendy trounce trump tumult turbulent turmoil ubiquitous ugly unbridled unleash unsavoury unsung upbeat upend uproar uproot vanquish venerable venom veritable ' +
  'vibrant vigorous vindicate vindication visceral vivacious voracious wacky wanton wham whack whimsical whine whirlwind whopping willful wilful wince wistful wither wobble woe woo wonky wow wrath wrangle wreak wrestle yawn yearn youthful zany zealot zesty zingy zippy';

/** Words that raise or lower the tone. */
export const intensifiers =
  'very so too truly really utterly completely totally absolutely entirely wholly deeply highly extremely incredibly exceedingly quite rather pretty fairly ' +
  'merely simply just only even ever hardly barely scarcely far much such particularly especially increasingly perfectly exactly precisely literally ' +
  'whatsoever altogether indeed anyway nowhere never always everywhere';

/** The author's estimate of how true something is. */
export const stanceWords =
  'clearly obviously evidently plainly surely certainly undoubtedly doubtless undeniably unquestionably arguably perhaps maybe probably presumably possibly ' +
  'apparently seemingly frankly honestly admittedly naturally inevitably hopefully fortunately luckily supposedly ostensibly actually basically ' +
  'essentially ultimately conclusively seem appear tend imperative incumbent advisable preferable unthinkable inconceivable unclear apparent';

/** Verbs of "must" and their kin. */
export const obligationWords = 'must should ought need needs shall';
/** The author looks ahead or supposes. */
export const conditionalWords = 'would could might may will wo shall';

/** Nouns that speak in general terms, and seldom of what can be counted. */
export const abstractWords =
  'accountability ambition attitude authority belief capacity character commitment compassion concept confidence conscience consequence courage credibility culture debate democracy ' +
  'dignity discipline equality ethics fairness freedom future governance honesty hope idea ideal identity ideology imagination importance instability insecurity integrity justice ' +
  'knowledge leadership liberty logic memory mindset morality nature opinion patience peace philosophy policy politics power practice principle priority progress prosperity purpose ' +
  'reality reform reputation respect responsibility role security sense seriousness silence society solidarity spirit stability strategy taste thought tradition transparency trust truth value vision will world';

/** Figures of speech: plain words whose literal sense is rare in reports about affairs. */
export const figurativeWords =
  'alchemy anchor appetite backbone ballast bandage banquet bitter blindfold blossom boil bone bubble bulldoze bury buzz cage candle cannibal canary ' +
  'cathedral chain cheerleader choke choir circus clown cloak coffin crown crumb crutch curtain dance darling devil dinosaur dose dragon drown dust elephant ' +
  'fairy fiddle flame fog fruit garnish ghost glove goat graveyard grease halo hamster handcuff haunt hammer heart heartbeat hostage hymn ' +
  'iceberg jigsaw juggle juggernaut jungle kidnap knife lap leash lipstick lullaby magic magician maze mirage moat monster muscle mirage mule nail ' +
  'orphan ostrich oxygen paint pantomime parade parrot peacock pill pillow plaster poison poker prayer puppet puzzle rabbit ransom recipe religion remedy riddle ritual rope ' +
  'salad sausage scapegoat scarecrow scissors screw shackle shadow shrug sieve skeleton sleepwalk sledgehammer smoke smother snake soul spell sponge starve steamroller straitjacket ' +
  'swallow sword tango tapestry theatre theater tightrope toy trophy tug vampire veneer veil villain vulture wallpaper wand weapon whip whisper wizard wolf wound zombie';
