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
