/**
 * Words that judge almost wherever they stand, by semantic field. Dictionary forms; an adverb in -ly is found by its
 * adjective.
 */
export const loadedFields = {
  folly:
    'absurd absurdity asinine barmy brainless clueless crackpot crass crazy daft deluded delusion delusional dense dumb fallacious fallacy fatuous folly fool foolhardy foolish foolishness ' +
    'gullible harebrained idiocy idiot idiotic ignorance ignorant illogical imprudent inane inanity insane insanity irrational laughable ludicrous lunacy lunatic mad madness mindless misguided moron moronic ' +
    'muddled naive naivety nonsense nonsensical obtuse preposterous ridiculous senseless shortsighted silly simplistic stupid stupidity thoughtless unthinking unwise vacuous vapid wrongheaded witless',
  falsehood:
    'baseless bogus charlatan cheat con concoct concocted deceit deceitful deceive deception deceptive disingenuous dishonest dishonesty distort distortion doublespeak duplicitous duplicity evasion evasive fabrication ' +
    'fake falsehood fib fictitious fraudster fraudulent gaslight half-truth hoax hoodwink humbug hypocrisy hypocrite hypocritical insincere liar masquerade mendacious mendacity mislead misleading misrepresent misrepresentation ' +
    'obfuscate obfuscation phoney phony pretence pretense quack quackery ruse scam sham sleight smokescreen sophistry specious spurious subterfuge swindle swindler trickery two-faced untruthful whitewash window-dressing',
  cruelty:
    'abhorrent atrocious atrocity barbaric barbarous barbarity brutal brutality brutish callous callousness cold-blooded cruel cruelty demonic depraved despicable evil fiend fiendish ghoulish hateful heartless heinous inhuman inhumane ' +
    'malevolent malice malicious merciless monster monstrous nefarious odious pitiless ruthless ruthlessness sadistic savage savagery sinister spite spiteful vicious vile villain villainous vindictive wicked wickedness wanton bloodthirsty dehumanise dehumanize dehumanising dehumanizing',
  shame:
    'appalling blameworthy degenerate degrading demeaning deplorable deplore discreditable disgrace disgraceful dishonourable dishonorable disreputable ignoble ignominious ignominy immoral indecent indefensible inexcusable infamous infamy lamentable ' +
    'obscene obscenity outrage outrageous reprehensible scandal scandalous shame shameful shameless shamelessness sleaze sleazy sordid squalid squalor travesty unconscionable unethical unforgivable unjustifiable unprincipled unseemly unworthy',
  corruption:
    'avarice avaricious corrupt crony cronyism crook crooked extortionate grasping greed greedy grifter kleptocracy nepotism parasite parasitic plunderer ' +
    'predatory profiteer profiteering racketeer rapacious self-dealing self-interest self-serving selfish selfishness thuggery thuggish unscrupulous venal venality',
  tyranny:
    'autocrat autocratic bully bullying demagogue demagogic demagoguery despot despotic despotism draconian heavy-handed high-handed jackboot oppress oppression oppressive overbearing persecution repressive ' +
    'strongman subjugate subjugation trample tyrannical tyranny tyrant undemocratic vandalism witch-hunt',
  cowardice:
    'abject appease appeasement capitulate capitulation cave cower cowardice cowardly craven dither fawn fawning feckless fecklessness grovel gutless kowtow meek obsequious pander prevaricate prevarication pusillanimous servile spineless subservient sycophant sycophantic ' +
    'timid timidity toady toothless vacillate weak-kneed weakling weasel',
  pride:
    'arrogance arrogant boastful bombast bombastic condescending condescension conceit conceited disdain disdainful egotism egotistical grandiose grandstanding haughty high-minded hubris imperious insolence insolent narcissism narcissist narcissistic patronise patronising patronize patronizing ' +
    'pompous pomposity posturing presumption presumptuous pretension pretentious priggish sanctimonious sanctimony self-congratulatory self-important self-indulgent self-regard self-righteous self-satisfied showy smug smugness snob snobbery snobbish supercilious swagger vain vainglory vanity',
  incompetence:
    'amateurish blunder botch botched bumbling bungle bungled bungler cack-handed chaotic clumsy debacle dysfunction dysfunctional fiasco half-baked half-hearted hapless haphazard hopeless ill-advised ill-conceived ill-considered ill-judged ill-prepared ill-timed inadequacy inadequate incapable incoherence incoherent incompetence incompetent ' +
    'ineffectual inept ineptitude mishandle mismanage mismanagement rudderless shambles shambolic shoddy slapdash slipshod sloppy substandard unfit unprofessional useless worthless',
  neglect:
    'abdicate abdication apathetic apathy careless carelessness complacency complacent derelict dereliction disregard forgetful heedless inaction inattentive indifference indifferent indolence indolent inertia irresponsible lax laxity lazy laziness lethargy listless neglectful negligence negligent offhand perfunctory reckless recklessness ' +
    'shirk sleepwalk slothful sluggish squander squandered stagnation stonewall torpor unaccountable uncaring wilful',
  poorness:
    'abysmal awful crummy deficient derisory dismal dire dreadful execrable feeble flawed flimsy hackneyed half-measure hollow insipid lacklustre lackluster lame lamentably lousy mangled mediocre mediocrity paltry pathetic pedestrian pitiful poor-quality ropey ropy rotten rubbish second-rate shabby shaky sketchy sorry-looking stale subpar superficial tacky tatty tawdry ' +
    'terrible third-rate threadbare trashy trite tripe underwhelming uninspired uninspiring unconvincing unimpressive unsatisfactory watered-down wishy-washy woeful wretched crap crappy dud flop letdown',
  ugliness:
    'blight blighted carbuncle dingy disfigure drab eyesore filthy foul garish ghastly grim grimy grisly grotesque grotty grubby gruesome hideous loathsome nasty nauseating noxious putrid rancid repellent repugnant repulsive revolting seedy sickening soulless stench ugliness ugly unlovely unsightly vulgar vulgarity',
  boredom:
    'bland bloated charmless colourless colorless derivative dour dreary dull dullness formulaic humdrum humourless humorless interminable joyless leaden lifeless long-winded longwinded monotonous monotony plodding ponderous prosaic repetitive soporific stilted stodgy tedious tedium tiresome turgid unimaginative verbose wearisome windbag wooden',
  absurdTheatre:
    'burlesque caricature circus clownish comical farce farcical gimmick gimmicky laughingstock mockery pantomime parody pastiche ploy publicity-seeking showboat stunt tokenism pretender posture buffoon buffoonery',
  harm: 'calamitous calamity catastrophe catastrophic corrosive counterproductive crippling damaging destructive detrimental devastate devastating disaster disastrous injurious insidious menace nightmare nightmarish perilous pernicious poisonous quagmire ruin ruination ruinous scourge self-defeating suicidal toxic tragic treacherous venomous cripple stifle stifling strangle undermine sabotage',
  injustice:
    'betray biased bigot bigoted bigotry inequitable iniquitous iniquity injustice intolerance intolerant lopsided misogynist misogynistic one-sided prejudice prejudiced unfair unfairness unjust unjustified unwarranted undeserved victimise victimize scapegoat scaremonger scaremongering scaremongers smear slander slur vilify vilification xenophobia xenophobic',
  stubbornness:
    'bloody-minded blinkered cynic cynical cynicism dogma dogmatic doctrinaire fanatic fanatical hidebound inflexible intransigence intransigent jingoism jingoistic myopia myopic narrow-minded obdurate obstinacy obstinate ossified outdated outmoded parochial petty pettiness pigheaded reactionary stick-in-the-mud stubbornness unyielding zealot zealotry',
  illTemper:
    'belligerent bellicose belittle bitchy bluster blustering boorish churlish contempt contemptible contemptuous crude derision disparaging dismissive hysteria hysterical impolite incendiary inflammatory insult insulting intemperate loudmouth malign meddle meddlesome meddling mean-spirited obnoxious offensive peevish petulant pugnacious querulous rude scathing shrill snide sneering ' +
    'strident surly tantrum truculent uncivil unkind vitriol vitriolic whine whinge whining whingeing childish infantile juvenile puerile immature',
  excess:
    'egregious exaggerate exaggerated exaggeration excessive exorbitant extravagance extravagant fanciful far-fetched flagrant gratuitous hyped hyperbole hyperbolic inflated inordinate intrusive melodramatic needless outlandish overblown overdone overheated overhyped overkill overpriced overrated oversimplified overwrought profligate profligacy superfluous unbridled unchecked undue unnecessary unreasonable wasteful wastefulness rampant runaway',
  futility:
    'aimless defeatist doomed fruitless futile futility illusory implausible impotent incomprehensible meaningless misbegotten pointless purposeless threadbare unintelligible unrealistic unsound unsustainable untenable unthinkable unworkable vainly wishful',
  suspicion:
    'brazen conniving connive collude collusion cunning devious dodgy dubious fishy machination machinations manipulate manipulation manipulative questionable scheming shady shadowy shifty slippery sly sneaky spooky treacherous treachery underhand underhanded unsavoury unsavory weaselly',
  offence:
    'aggravating annoying baffling bewildering bothersome confounding dismaying disquieting distasteful distressing embarrassing embarrassment exasperating galling harrowing horrendous horrible horrid horrific horrifying humiliating humiliation indignity infuriating insufferable intolerable irksome irritating loath maddening mortifying objectionable obscene ' +
    'off-putting oppressive painful perplexing shocking sickening terrifying unacceptable unbearable unnerving unpalatable unpleasant unsettling vexing worrisome regrettable regrettably chilling',
  gloom:
    'beleaguered benighted bleak cheerless decadent decaying decrepit demoralised demoralized demoralising demoralizing depressing desolate desperate desperation dilapidated dispiriting doom forlorn godforsaken heartbreak heartbreaking heartrending hell hellish hopelessness languish malaise miserable moribund ominous sorry squalid stagnant tatters tattered woe woebegone',
  wisdom:
    'astute clear-eyed clear-headed clever discerning enlightened enlightening erudite far-sighted farsighted incisive ingenious ingenuity insight insightful intelligent judicious level-headed lucid nuanced perceptive perspicacious prescient prudence prudent pragmatic rational sagacious sage sane sanity sensible sharp-eyed shrewd thoughtful visionary well-judged well-considered wisdom wise wit witty resourceful',
  honesty:
    'candid candour candor conscientious exemplary forthright frankness high-principled honourable honorable incorruptible integrity irreproachable principled probity reliable reputable scrupulous sincere sincerity straightforward trustworthy truthful unimpeachable upright upstanding virtue virtuous impartial even-handed fair-minded dependable',
  kindness:
    'affable altruism altruistic amiable benevolent benign big-hearted bighearted caring charitable compassion compassionate considerate courteous decency empathy forgiving generosity genial gracious good-hearted heartwarming heartfelt hospitable humane humanity kindhearted kindly kindness magnanimity magnanimous merciful neighbourly neighborly open-hearted selfless selflessness tenderness tolerant unselfish warmhearted warm-hearted warmth',
  courage:
    'audacious bravery courage courageous daring dauntless dogged doughty fearless gallant grit gritty gutsy heroic heroism indomitable intrepid lion-hearted plucky resilience resilient resolute steadfast stoic stalwart tenacious tenacity unbowed undaunted unflinching unwavering valiant valour valor hero heroine',
  skill:
    'accomplished adept adroit agile artful assured bravura consummate deft deftly dexterous elegant expertly faultless flawless immaculate impeccable masterclass masterful masterly masterpiece nimble peerless polished prodigious proficient skilful skillful sure-footed talented unerring versatile virtuosic virtuosity virtuoso well-crafted well-made well-oiled',
  beauty:
    'adorable alluring attractive beautiful beauty bewitching breathtaking captivating charm charming dazzling elegance enchanting ethereal evocative exquisite fetching glamorous gorgeous graceful handsome haunting idyllic lovely luminous majestic mellifluous mesmerising mesmerizing picturesque radiant ravishing resplendent scenic seductive shapely splendid splendour splendor stunning stylish sublime sumptuous unspoilt unspoiled',
  delight:
    'amusing appealing blissful bliss charmed congenial cosy delectable delicious delight delightful diverting endearing engaging engrossing enjoyable enthralling entertaining exhilarating fascinating gripping heart-warming heavenly hilarious infectious inviting irresistible joy joyful joyous jubilant likeable likable lively luscious magical mouthwatering mouth-watering pleasant pleasing pleasurable refreshing riotous ' +
    'riveting rollicking rousing satisfying scrumptious spellbinding spirited sprightly stirring succulent tasty thrilling uplifting welcome winsome zesty zestful',
  greatness:
    'amazing astonishing astounding awe-inspiring awesome brilliance brilliant dazzle epic excellence excellent exceptional extraordinary fabulous fantastic first-class first-rate formidable genius glorious glory grandeur great-hearted incomparable incredible invaluable legendary magnificent magnificence marvel marvellous marvelous matchless memorable momentous monumental outstanding peerless perfection perfect phenomenal priceless remarkable sensational spectacular ' +
    'staggering stellar superb superlative supreme terrific timeless top-notch towering transcendent tremendous triumph triumphant unbeatable unforgettable unmatched unparalleled unrivalled unrivaled unsurpassed wonderful wondrous world-beating world-class overwhelming noble venerable',
  merit:
    'admirable apt commendable compelling constructive creditable deserving dignified distinguished effortless enviable fitting fruitful groundbreaking hard-won indispensable innovative inspirational inspiring inspired instructive laudable meritorious nourishing painstaking persuasive poignant praiseworthy quintessential rewarding salutary seminal soulful timely trailblazing well-deserved well-earned worthwhile worthy testament',
  exultation:
    'cherish enchant enthral enthrall excel exult flourish gleam glorify godsend inspire miracle miraculous relish rejoice savour savor shine soar sparkle thrill treasure wow',
  opposition:
    'atone bamboozle besmirch browbeat bulldoze cajole cheapen coddle cosset debase defile demean demonise demonize denigrate desecrate disservice dupe emasculate enfeeble exacerbate fester flounder fob fritter hector imperil impoverish jeopardise jeopardize mollycoddle muddle mythologise ogle outsmart outwit pervert peddle pontificate preach puff ransack ravage romanticise romanticize scupper shortchange short-change ' +
    'sanitise sanitize steamroll stymie sugarcoat sugar-coat throttle trivialise trivialize wallow wheedle whitewash grandstand',
  remainder:
    'abomination beloved boondoggle butcher damning decadence disgusting drivel embarrass excuse failing frivolous grace impressive infuriate mock notorious perverse risible trivial vendetta vivid wasteland whim stubborn',
  wryness:
    'alas bafflingly bizarre bizarrely conveniently curiously dutifully gleefully glibly glib grudging grudgingly inexplicable inexplicably ironic irony ironically laughably mercifully mysteriously oddly paradoxically predictable predictably shamefacedly thankfully tellingly unsurprisingly unfortunate unfortunately sadly luckily rightly wrongly wrongful pitiable fig-leaf paradox platitude platitudes bromide cliché cliche truism euphemism',
} as const satisfies Readonly<Record<string, string>>;
