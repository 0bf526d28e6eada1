/** Words that judge in most sentences but also measure or describe: half a judgement each. */
export const evaluativeWords =
  'bad good better best worse worst great greatest poor weak strong wrong right fair honest decent proper reasonable vital crucial unnecessary urgent grave dangerous ' +
  'risky harmful valuable worthwhile strange odd curious weird bizarre peculiar surprising unsurprising striking boring dull bland bleak gloomy cheerful happy sad glad sorry grateful ' +
  'proud ashamed angry modest generous stingy mean tough harsh gentle kind brutal blunt lavish glossy ugly messy tidy neat silly funny true real genuine ' +
  'fake fragile robust volatile inevitable unavoidable favourite favorite iconic tasty cosy cozy uncomfortable awkward promising disappointing satisfying wasted missed belated timid bold brave careless ' +
  'lucky unlucky precious stubborn transparent opaque stark porous humane problem failure success mistake error lesson burden threat risk danger challenge opportunity hope fear blame ' +
  'fault credit merit worth value truth lie myth illusion fantasy dream pretext excuse remedy cure solution answer sense trust faith doubt respect justice injustice ' +
  'fairness responsibility loyalty ambitious demanding daunting bitter sour dull noteworthy telling revealing welcome awkwardly excessive modestly generously sensible impractical realistic futile fragile hopeful hopeless ' +
  'powerless mighty immense mediocre superb credibility legitimacy progress setback breakthrough achievement accomplishment strength weakness advantage disadvantage benefit drawback shortcoming flaw fault deficiency mess chaos ' +
  'confusion scandal crisis disgrace dignity elegance joy delight courage kindness duty obligation accountability commitment necessity need luxury privilege gift blessing curse victory defeat bargain ' +
  'trick trap gamble deserve fail suffer struggle matter ought hurt harm damage ruin destroy spoil waste ignore neglect betray abandon pretend succeed thrive flourish ' +
  'lurk loom reward punish blame trust betray cheat rob afford flatter favour favor worsen deteriorate improve enrich jeopardise jeopardize threaten evade expose underscore highlight ' +
  'underdeveloped understandable credible incredible plausible implausible legitimate illegitimate mere sheer outright utter downright well badly poorly properly fairly seriously gravely sorely hugely vastly barely ' +
  'hardly scarcely worthily responsibly effectively nicely quietly cheerfully proudly nice lovely fine-looking fun terrible awful pathetic undesirable desirable unattractive unwelcome unsuitable inappropriate inaccurate incorrect ' +
  'erroneous mistaken logical illogical coherent cogent persuasive convincing problematic troublesome tricky fraught tenuous untenable painful profound profoundly radical vigorous potent unhappy unsafe unhelpful unfavourable ' +
  'unfavorable favourable favorable unpopular uneasy unconvincing unremarkable unwise irrefutable undeniable indisputable incontrovertible unmistakable unarguable self-evident inescapable inexorable sweeping drastic dramatic desperate feared hated loved ' +
  'hopelessly wretchedly savvy stale muddled vague vaguest refreshing controversial contentious misplaced misleading mistrustful meaningful minimal negligible substantial substantive tangible worthless notorious legendary daring audacious ' +
  'clever smart wise foolish intelligent sincere insincere earnest heartfelt responsible irresponsible unpleasant pleasant attractive impressive unimpressive exceptional humiliated serviceable respectable worthy hurdle obstacle nuisance ' +
  'headache pity shame loss folly wisdom nonsense stupidity blunder promise potential priority imperative madness joke mockery consensus narrative rhetoric logic fiction alibi delusion obsession ' +
  'fetish mantra dogma creed cult misunderstand misread overlook underestimate overestimate exaggerate overstate mislead distract discredit undermine weaken erode embolden empower alienate antagonise antagonize infuriate ' +
  'inflame exploit abuse mistreat dismiss downplay trivialise ridicule mock insult offend disappoint dazzle impress';

/** Words that grade or measure as often as they judge ("a key witness", "a major road"): a weak sign. */
export const gradingWords =
  'important essential key necessary serious severe significant critical fundamental healthy helpful useful successful unsuccessful effective ineffective inefficient efficient clear obvious simple complex complicated difficult ' +
  'hard easy interesting tired exhausted costly cheap humble warm cold bright dim sharp rich clean dirty false empty full deep shallow thin sound solid ' +
  'stable uncertain sure likely unlikely possible impossible popular classic fresh crisp rich comfortable overdue cautious careful rare special unique ideal optimal superior inferior innocent ' +
  'guilty blind deaf mute rigid flexible comprehensive coordinated measured sophisticated multifaceted loyal eager familiar steady smooth rough heavy notable expensive affordable accessible thorough limited ' +
  'unlimited narrow practical powerful influential prominent leading massive huge enormous tiny minor major ordinary average adequate sufficient insufficient satisfactory unprecedented pressing heavily';

/** Words that raise or lower the tone. */
export const intensifiers =
  'very so too truly really utterly completely totally absolutely entirely wholly deeply highly extremely incredibly exceedingly quite rather pretty fairly ' +
  'merely simply just only even ever hardly barely scarcely far much such particularly especially increasingly perfectly exactly precisely literally ' +
  'whatsoever altogether indeed anyway awfully terribly dreadfully frightfully hugely immensely enormously vastly massively wildly madly insanely ridiculously absurdly overwhelmingly profoundly acutely intensely fiercely bitterly keenly sorely desperately hopelessly thoroughly positively decidedly distinctly remarkably exceptionally extraordinarily unusually uncommonly supremely singularly eminently infinitely immeasurably endlessly perpetually forever sheer downright  nowhere never always everywhere';

/** The author's estimate of how true something is. */
export const stanceWords =
  'clearly obviously evidently plainly surely certainly undoubtedly doubtless undeniably unquestionably arguably perhaps maybe probably presumably possibly ' +
  'apparently seemingly frankly honestly admittedly naturally inevitably hopefully fortunately luckily supposedly ostensibly actually basically ' +
  'essentially ultimately crucially importantly interestingly understandably patently manifestly palpably undeniably indisputably irrefutably unmistakably inarguably unarguably demonstrably inescapably thankfully mercifully unfortunately sadly regrettably alarmingly worryingly encouragingly reassuringly rightly wrongly wisely sensibly foolishly deservedly magically miraculously strangely curiously oddly surely truthfully candidly sincerely personally conclusively seem appear tend imperative incumbent advisable preferable unthinkable inconceivable unclear apparent';

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
