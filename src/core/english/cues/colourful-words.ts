/**
 * Colourful words by semantic field that are hardly ever meant literally: who writes them has chosen a tone. Dictionary
 * forms; an adverb in -ly is found by its adjective.
 */
export const colourfulFields = {
  blows:
    'bludgeon clobber eviscerate maul onslaught pummel savage thrash thwart trounce wallop broadside drubbing hammer-blow pounding pulverise pulverize steamroll trouncing walloping flatten kneecap hobble humble',
  war: 'battleground besiege besieged blitzkrieg bloodbath bombshell bulwark carnage crusade crusader entrenched flashpoint juggernaut minefield salvo trench-warfare vanquish warpath weaponise weaponize crosshairs firestorm firing-line beleaguered embattled',
  collapse:
    'crumble crumbling disintegrate fiasco fizzle founder freefall haemorrhage hemorrhage implode implosion meltdown nosedive plummet quagmire shipwreck teeter topple totter unravel unravelling wobble stumble falter sputter splutter unglued buckle creak creaking fray fraying',
  frenzy:
    'breakneck cacophony clamour clamor deafening feverish frantic frenetic frenzied frenzy headlong helter-skelter hullabaloo hurtle maelstrom scamper scramble scurry stampede tempest torrent uproar whirlwind hectic manic convulsion ferment maddening dizzying rollercoaster roller-coaster rocky skyrocket skyrocketing soaring meteoric',
  body: 'anaemic anemic bloodless breathless flabby jaundiced moribund pallid queasy sclerotic sickly gutless limp lifeblood heartless heartbeat knee-jerk navel straitjacket stranglehold backbone headache anathema',
  beasts:
    'beastly gobble howl lapdog menagerie parasite poodle pounce predator prowl scavenger slither snarl toothless vulture wolfish dinosaur dogfight hornet sacred-cow stalking-horse white-elephant herd-mentality sheepish cash-cow',
  stage:
    'charade choreographed circus melodrama melodramatic pageantry pantomime sideshow spectacle stage-managed theatrics tragicomic histrionics grandstand farce dramatics soap-opera swansong swan-song showpiece showdown saga spectacular',
  games:
    'bluff checkmate endgame gambit jackpot own-goal pawn slam-dunk stalemate tightrope whack-a-mole wildcard zero-sum long-shot high-stakes trump-card tug-of-war poker-faced',
  size: 'colossal eye-watering gargantuan gigantic herculean hulking humongous mammoth meagre meager measly miserly mountainous myriad paltry piecemeal pittance puny scant scanty seismic smattering titanic towering umpteen unending untold whopping yawning bottomless boundless countless endless limitless staggering sweeping vast',
  shine:
    'dazzling glaring gleaming glittering glowing lacklustre lackluster lustre resplendent rosy rose-tinted shining sparkling tarnish tarnished gilded sheen glimmer bright-eyed luminous sun-drenched',
  feeling:
    'aghast agonise agonising agonize agonizing agony anguish anguished baffle baffled bewilder bewildered dejected despair despairing despondent disenchanted disillusion disillusioned dismay dismayed distraught dread ecstatic elated embitter embittered enrage enraged euphoric exasperate exasperated frazzled furious fury gleeful heartache heartbroken horrified humiliated ' +
    'incensed indignant indignation infuriated jaded jubilant livid longing outraged panic panicked petrified rage rapture resentful resentment seethe shellshocked sorrow terrified torment tormented traumatised traumatized weary wistful wrath yearn yearning zeal fed-up sickened stunned thrilled',
  struggle:
    'bogged-down cling embroiled flail floundering grapple gruelling grueling hard-fought hard-pressed hamstrung mired ordeal plod saddle saddled shackle shackled slog slogging toil tussle uphill wrangle wrangling wrestle wriggle knotty prickly thorny vexed intractable daunting arduous',
  quarrel:
    'acrimonious acrimony animosity backbiting backlash bicker bickering bitterness brouhaha discord feud fracas furore furor hostility infighting quarrel quarrelsome rancor rancour rancorous rift ruckus rumpus spat squabble squabbling tit-for-tat turmoil upheaval venom vendetta loggerheads wrath spleen bile',
  disorder:
    'bedlam chaos chaotic cobble cobbled disarray free-for-all havoc hodgepodge hotchpotch jumble jumbled limbo mayhem mess messy mishmash morass muddle muddled pandemonium patchwork scattershot shambles topsy-turvy tumult tumultuous unruly upend wayward welter maze labyrinth labyrinthine byzantine convoluted tortuous tangle tangled',
  craft:
    'cabal camarilla clique coterie henchman kingmaker machination minion mouthpiece murky puppet puppeteer shadowy stooge svengali wheeler-dealer lackey flunkey crony acolyte apparatchik mandarin bigwig honcho kingpin bête-noire bogeyman scapegoat whipping-boy poster-child poster-boy darling',
  newness:
    'brave-new-world breakthrough cutting-edge game-changing groundbreaking pioneering revolutionary sea-change startling state-of-the-art trailblazing unheard-of watershed turning-point landmark eye-opening ingenious futuristic newfangled shiny',
  decline:
    'backslide backsliding backwater barren bedraggled dearth desolate doldrums downtrodden dwindle fading faded forlorn hollowed humdrum impoverished lifeless nadir relic rickety ramshackle rust-belt scruffy stale threadbare tattered tired twilight wane waning wilt withered wither worn-out bygone outmoded obsolete antiquated archaic quaint',
  ascent:
    'bountiful bounty buoyant burgeon burgeoning heyday pinnacle resurgent revitalise revitalize rejuvenate thriving vibrant vibrancy vigour vigor vitality zenith flourishing blossoming bloom golden-age renaissance booming meteoric storming',
  secrecy:
    'cloak-and-dagger clandestine hush-hush murk opaque shroud shrouded stealth stealthy sneak surreptitious underhand veil veiled lurk lurking creeping insidious smokescreen fog',
  force:
    'bulldoze cram foist force-feed hijack railroad ram shoehorn strong-arm shove thrust wrench wrest yank arm-twist browbeat dragoon squelch stampede steamroller muzzle gag shackle strangle squeeze throttle',
} as const satisfies Readonly<Record<string, string>>;
