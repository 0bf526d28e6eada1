/**
 * Words of taste by semantic field: what critics, gossip columns and advertisements praise and pan with. They judge almost
 * wherever they stand. Dictionary forms; an adverb in -ly is found by its adjective.
 */
export const tasteFields = {
  glamour:
    'adorable adoring besotted bewitching bombshell busty buxom chic classy cute cutesy dapper dashing debonair doting dreamy drop-dead elegant fabulous fashionable flirty glam glamorous glitz glitzy gorgeous handsy head-turning heartthrob ' +
    'hunk hunky iconic jaw-dropping knockout leggy loved-up luxe natty opulent plush posh racy raunchy ravishing ritzy risqué risque saucy scantily-clad sensual sexy show-stopping showstopping sizzling sleek smitten smouldering snazzy star-studded statuesque steamy striking ' +
    'stunner stylish suave sultry svelte swanky swish swoon swoonworthy tasteful tantalising tantalizing tempting timeless trendy tousled voluptuous youthful eye-catching eye-popping swish spiffy snappy strapping sun-kissed',
  charm:
    'affectionate amiable avuncular bashful bubbly cheeky cheery chirpy cuddly demure effervescent endearing exuberant feel-good folksy gentlemanly good-natured good-humoured good-humored jaunty jolly jovial ladylike larger-than-life light-hearted lighthearted loveable lovable mild-mannered mischievous personable playful plucky quirky ' +
    'rambunctious roguish romantic sassy savvy self-deprecating soft-hearted sunny sweet-natured sweetheart tongue-in-cheek twinkly unassuming unpretentious vivacious wholesome winning amicable gushing gushy gleeful giddy',
  fame: 'a-list acclaimed beloved breakout cherished esteemed eminent fabled fan-favourite fan-favorite fêted feted hallowed idolised idolized illustrious long-awaited eagerly-awaited luminary much-loved much-missed much-needed much-vaunted overrated preeminent prestigious prized renowned revered sought-after storied treasured underappreciated undervalued underrated unsung vaunted venerated well-loved celebrated household-name',
  flavour:
    'aromatic boozy cloying comforting delectable flavourful flavoursome flavorful finger-licking gloopy greasy heady heavenly hearty insipid invigorating juicy lip-smacking luscious mealy mellow moreish mouthwatering mushy overcooked overripe piquant pungent quaffable quenching refreshing rubbery rustic ' +
    'saccharine satiny scrumptious sickly silky soggy stodgy sumptuous syrupy tangy tepid thirst-quenching toothsome undercooked velvety zest zesty zingy zippy zing',
  applause:
    'accomplished affecting artful assured bewitching bravura career-best cathartic charismatic consummate definitive dizzying elegiac electrifying engrossing enthralling exhilarating gem gripping hard-hitting haunting high-octane hypnotic immersive incandescent infectious intoxicating jewel laugh-out-loud lifesaver lyrical magisterial magnetic masterstroke masterwork mesmeric note-perfect nuanced ' +
    'page-turner pitch-perfect poetic poignant powerhouse rapturous razor-sharp riveting scene-stealing showstopper side-splitting soulful spellbinding standout sublime subtle sure-handed tear-jerker tearjerker thought-provoking thrilling timeless tour-de-force transfixing triumph unmissable unputdownable virtuoso visceral warm-hearted well-judged whip-smart',
  panning:
    'anticlimactic anticlimax banal banality bloated by-the-numbers cartoonish charmless clichéd cliched clunker clunky contrived corny cringe cringeworthy cringe-worthy cringe-inducing derivative disjointed dud dumbed-down flat-footed forgettable ham-fisted hamfisted hammy histrionic hokey inert jarring kitsch lackadaisical lacklustre laboured labored limp lopsided maudlin mawkish meandering miscast muddled murky naff ' +
    'one-dimensional one-note overcooked overacted overlong overproduced overstuffed overwritten overwrought paint-by-numbers pedestrian plodding pointless po-faced predictable preachy rambling rehash repetitive schmaltzy schlocky self-indulgent sentimentality shallow shoehorned shouty slapdash slow-moving snoozefest soapy soporific stagey stilted stodgy tacky tame tasteless tedious tepid thankless thin-skinned tinny tiresome tone-deaf trashy turgid twee ' +
    'unfunny uninspired uneven unmemorable unoriginal unwatchable unreadable vacuous vapid vulgar wearying wordy',
  comfort:
    'blissful breezy bucolic cosy cozy charming homely homey idyllic inviting luxurious palatial pampering picture-perfect picturesque quaint rejuvenating relaxing restful serene soothing spotless sun-drenched tranquil unspoilt welcoming well-appointed roomy spacious cramped dingy poky pokey draughty drafty soulless rowdy run-down dog-eared dowdy frumpy garish gaudy scruffy shabby unkempt unsightly windswept mouldy moldy musty smelly stinking stinky',
  abuse:
    'brainwash brainwashing cheater creeps crap crappy damn damned damnable despicable dipshit direful goddamn icky jackass rotter scum scumbag shit shitty sinful slimeball suck sucks yucky yummy ghastly hellishly arsehole asshole bastard bigmouth bitch blockhead blowhard boor brat bumpkin busybody chump clod cretin crackpot creep creepy cretinous crone dimwit dimwitted dolt dotard dullard dunce egomaniac fathead freak freakish fruitcake gasbag goon halfwit hag harpy hooligan hothead ignoramus imbecile klutz know-all know-it-all layabout loser lout loutish lowlife maniac manchild misfit moaner muppet nincompoop ninny nitwit numpty nutcase nutter oaf pansy ' +
    'pipsqueak prat prig prude psycho rascal sad-sack scoundrel scrooge scrounger shirker simpleton skinflint sleazebag slob sloth softie sponger thug tosser twerp twit upstart wacko waster weasel weirdo whiner whinger wimp wretch yob yobbish yokel',
} as const satisfies Readonly<Record<string, string>>;
