/** Colourful words by semantic field: a plainer one was at hand, and the choice of the other takes a side. */
export const vividFields = {
  blows:
    'assail batter battered batter bashing bludgeon blow clobber cudgel flog gut hammer hammering hobble knock lash mangle maul onslaught pummel punch rip savage shove slam slap slash smash smite squash stab sting strangle swipe thrash thump thwart trounce wallop wallow whack whip',
  war: 'ambush armoury arsenal barrage battlefield battleground besiege besieged bloodbath blitz bombard bombardment bombshell bulwark carnage casualty clash combatant crossfire crusade crusader entrench entrenched firepower flashpoint foe frontline minefield rout siege skirmish slaughter torpedo trench vanquish warpath weaponise weaponize',
  collapse:
    'avalanche brink bust buckle cave-in collapse crater creak creaking crumble crumbling disintegrate erode erosion falter fizzle founder fray frayed freefall hamstring hemorrhage haemorrhage implode implosion meltdown nosedive plummet sag shatter shipwreck sink splinter stagger stumble stutter teeter tumble topple totter unravel wither wobble wobbly',
  fire: 'ablaze aflame blistering boil combustible explode explosive fiery firestorm flare flashover furnace ignite incandescent inferno inflame kindle powder-keg scald scorch scorching sear searing simmer smoulder smoldering smouldering spark torch volcanic',
  weather:
    'blizzard breezy deluge downpour drown engulf flood-tide gale headwind hurricane icy maelstrom overcast sunny swamp swirl tailwind tempest thunder thunderous tidal torrent torrential tsunami turbulence turbulent whirlwind windfall stormy frosty frigid chill sunlit',
  speed:
    'barrel bolt breakneck dash frenetic frantic frenzied frenzy gallop glacial hasten headlong helter-skelter hurry hurtle lumber lurch race scamper scramble scurry skid skyrocket snail sprint stampede steamroller surge swerve sweep swoop trudge whirl zoom crawl limp',
  sound:
    'bellow blare boom chorus clamour clamor clang clatter crescendo croak cacophony deafening din drone hiss howl hubbub jangle roar rumble scream screech shriek shrill squeal thud trumpet uproar wail yelp',
  body: 'anaemic anemic bleed bloodless breathless bruise bruised bruising choke cramp disease emaciated fever feverish flabby gasp gulp headache heart-stopping heartbeat infect itch knee-jerk lifeblood limp malnourished muscle muscular nerve pale paralyse paralysed paralysis paralyze pulse queasy scar scarred shudder sickly skeletal sneeze sinew starve starved strangled stomach suffocate suffocating sweat swollen throb toothache vomit wince wound yawn',
  beasts:
    'bark beast beastly bite claw dinosaur dogfight gobble growl herd howl hawkish jackal leech lurk maul parrot pounce prey prowl rat roost scavenge sheepish slither snarl sting stray swarm toothy vulture wolfish',
  stage:
    'applause backstage cameo choreograph choreographed curtain dazzle drama dramatic encore fanfare flamboyant fireworks flourish limelight maestro melodrama pageant parade rehearse script scripted showcase showdown showpiece spectacle spotlight stage-manage theatrical theatrics tragicomic upstage villain',
  games:
    'checkmate chess endgame gamble gambit goalpost jackpot juggle knockout lottery own-goal pawn sideshow slam-dunk stalemate tightrope trump tug-of-war whack-a-mole zero-sum bluff',
  kitchen:
    'appetite bite-sized bitter bland concoction crumb dish-up dollop feast flavour flavor fodder garnish half-baked hotchpotch hungry juicy mouthful palatable recipe ripe salty sip slice smorgasbord sour spicy stew stomach sugary sweeten sweet swallow unpalatable gorge devour digest',
  size: 'avalanche colossal cavernous dwarf enormous eye-watering gargantuan giant gigantic gulf heap herculean hulking humongous lavish mammoth mountain mountainous oceanic oodles pittance puny scant scanty seismic sheer sliver smattering sprawling thimbleful tiny titanic towering vast wafer-thin whopping yawning meagre meager measly paltry piecemeal',
  shine:
    'dazzling dimmed gilded glare glaring gleaming glimmer glint glisten glitter glittering glossy glow glowing lacklustre lustre luster pristine resplendent shimmer shimmering shiny sheen sparkling spotless sterling tarnish tarnished twinkle gild veneer varnish',
  feeling:
    'agonise agonising agonize agonizing agony anguish anguished anxiety-ridden aghast baffle bewilder brood crave craving dread ecstasy ecstatic elated enraged envious envy euphoria euphoric exasperated fret furious fury grief grievance heartache heartbroken heartened hunger hysteric incensed indignant indignation jealous jealousy livid longing lust mourn nostalgia nostalgic outraged panic passion passionate pine rage rapture rapturous remorse resentful resentment seethe sorrow ' +
    'terrified terror thirst torment tormented unease uneasy weary wearily weariness wistful wrath yearn yearning zeal zealous dismay despairing bemused bemusing',
  struggle:
    'cling clutch endure fend flail floundering grapple grind grinding gruelling grueling hurdle jostle juggling mired ordeal plod quest saddle scrape shoulder slog slugfest squeeze stranglehold straitjacket strain strained strive stuck toil tussle uphill weather wrangle wrestle wriggle tangle tangled thorny knotty prickly vexed',
  conflict:
    'acrimonious acrimony backlash bicker bickering brawl brouhaha crackdown deadlock discord feud fracas furore furor fuss hard-nosed hullabaloo impasse infighting lambasting quarrel quarrelsome ruckus rumpus spat squabble standoff stand-off tit-for-tat turf turmoil upheaval uproar rift schism rupture',
  concealment:
    'blanket bury camouflage cloak disguise fog foggy haze hush hush-hush mask mirage murk murky opaque peek secretive shroud smuggle sneak stealth stealthy sweep-aside veil veiled vanish',
  force:
    'bulldozer choke cram cudgel dragoon dictate foist force-feed hijack hold-up hurl impose jam lurch manhandle muscle-in push-through railroad ram ram-raid shove squeeze strong-arm thrust tear tug uproot wrench wrest yank drag haul dump ditch dangle',
  disorder:
    'bedlam cobble cobbled clutter cluttered disarray free-for-all havoc hodgepodge jumble jumbled limbo mayhem mess mishmash morass mess-up muddle pandemonium patchwork riddled scattershot sprawl tangle topsy-turvy unruly upend upended wayward welter wild chaos messy',
  secrecyAndCraft:
    'backroom backstairs behind-the-scenes cloak-and-dagger hush-money puppet puppeteer rigged stitch-up string-pulling wire-pulling wheeler-dealer kingmaker henchman cabal clique coterie cosy-up lapdog poodle stooge minion flunkey cheerleader mouthpiece',
  novelty:
    'brand-new bold cutting-edge daring edgy fresh-faced game-changing iconic novel pioneering quirky radical revolutionary sea-change startling state-of-the-art surprising trendsetting trendy unheard-of whimsical wacky zany offbeat eccentric kooky',
  decline:
    'backslide backsliding backward backwater barren bedraggled bankrupt-looking dead-end dearth doldrums dwindle ebb emptied eroded fade faded fallow gutted hollowed hollow-eyed impoverished moth-eaten musty nadir relic rickety rundown run-down rust rusty rusting sapped sap scruffy shabby-looking slump sputter stale tired-looking wane waning wilt withered worn worn-out',
  ascent:
    'bloom blossom boon bountiful bounty bright-eyed buoyant burgeon flourish flourishing heyday high-flying lift-off pinnacle prosperous resurgence resurgent rebirth soar soaring spring-clean sunlit thrive thriving vibrant vibrancy vigorous vigour vigor vitality zenith',
  manner:
    'airily blithe blithely breezily brusque casual cheerfully coolly coy coyly eager-eyed flatly gingerly glum grim-faced gruff half-heartedly heartily jauntily languid meekly nonchalant ostentatious po-faced poker-faced rakish raucous serene serenely sheepishly shrug shrugging solemn solemnly stern sullen tacit tacitly tight-lipped unapologetic unabashed unsmiling wry wryly cheerful merrily merry',
  wrongdoing:
    'authoritarian betrayal bias complicit corruption dictatorial discriminatory exploit exploitation exploitative extortion fabricate fraud looter misogyny partisan persecute pillage plunder propaganda racist racketeer repress repression sabotage sexist totalitarian wreck wreckage',
  trouble:
    'alarming broken despair disturbing divisive gloom hostile hostility misery plight shattered tragedy troubling unequal upsetting worrying',
  praise: 'charity defiant delicate gifted grand tender touching winning',
  comfort:
    'balm comfortingly cosseted cradle cuddle lullaby mollify nestle oasis pamper pampered peaceful plush reassuring sanctuary snug soothe soothing spoon-feed tranquil unhurried haven lifeline antidote panacea elixir cure-all',
} as const satisfies Readonly<Record<string, string>>;
