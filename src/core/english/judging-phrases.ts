/** Turns of phrase by which an author judges, as regular expressions over the lower-cased sentence, by construction. */
export const judgingPhrases: readonly string[] = [
  // Verdicts with an empty subject.
  'it (?:is|was|would be|seems|may be|might be|will be|has been) (?:hard|easy|time|no|not|tempting|impossible|difficult|high time|wrong|right|only|absurd|possible|fair|clear|worth|up to|true that|as if|a pity|a shame|little|far|too|all|simply|just|also|perhaps|surely|hardly|one thing|telling|ironic|striking|curious|odd|strange)',
  "(?:this|that|it|these|those) (?:is|was|are|were|isn't|wasn't|is not|was not) (?:how|why|what|not|no|a|the|nothing|hardly|far|pure|mere|sheer|nonsense|madness)",
  'there (?:is|was|are|can be|will be) (?:no|little|nothing|something|much|few|surely|every reason|a case|a danger|a risk|a limit|hardly)',
  '(?:is|are|was|were) (?:exactly |just |precisely )?what',
  'which is (?:how|why|what|to say|not to say|more than|a pity|a shame)',
  '(?:is|are) not (?:an?|the|just|only|merely|simply|even|about)\\b',
  'was never|is never|were never|are never',
  // The truth, the trouble, the point.
  'the (?:simple |plain |sad |hard |ugly |bitter |brutal |real |deeper |wider |bigger |whole |obvious )?(?:truth|point|trouble|problem|question|answer|irony|lesson|danger|fact|result|reality|tragedy|scandal|paradox|pity|puzzle|temptation|reason|difficulty|risk|choice|alternative|case against|case for) (?:is|was|remains|here|of it|lies)',
  'the (?:very )?(?:idea|notion|fantasy|myth|illusion|belief|fiction|pretence|pretense|claim|assumption|suggestion) that',
  'what (?:matters|counts|is needed|we need|is missing|is lacking|is at stake|is striking|is clear|is worse|is more|remains|could be|else|makes|they|nobody|no one)\\b.{0,40}\\b(?:is|are|was)\\b',
  '(?:all|the only thing|the last thing|the first thing|the least|the best|the worst) (?:that |which )?(?:we|they|it|he|she|one|you|anyone|this)\\b',
  'the only (?:way|thing|question|hope|answer|remedy|explanation|surprise|people|winners?|losers?)',
  'the (?:kind|sort|type) of',
  'the (?:more|less|better|worse|sooner|longer)\\b.{2,60}\\bthe (?:more|less|better|worse|sooner|longer)',
  // Wonder, and words to the reader.
  '(?:no|little|small) wonder',
  'what an? \\w+',
  'so much (?:for|so)',
  "let(?:'s| us| them| the| it| this| that| there)",
  'make no mistake|mark my words|mind you|believe me|trust me|rest assured|ask yourself|guess what|surprise, surprise|lo and behold|(?:god|heaven|goodness) (?:knows|forbid|help)|thank (?:god|goodness|heaven)',
  'who (?:knows|cares|needs|would have|could have|can blame|wants)|why (?:not|should|would|bother|on earth)|how (?:dare|can anyone|could anyone|many more|much longer|on earth|else)|what (?:on earth|good is|is the point|use is)',
  'needless to say|to say the least|to put it mildly|to be (?:fair|sure|frank|honest|blunt)|let alone|never mind|not to mention|if you ask me|in (?:my|our) (?:view|opinion)|to my mind|as i see it|as far as i',
  'one (?:might|could|would|can|may|must|should|has to|need|hopes|wonders|suspects|cannot|thing is)|you (?:might|could|would) (?:think|expect|imagine|be forgiven)|anyone (?:who|with)|those who|whoever',
  '(?:i|we) (?:would|should|must|need to|cannot|can only|have to|ought|dare|deserve|can hope|have no right)',
  // Duties and hopes.
  "deserves? (?:to|better|more|a|our|the|no|nothing|credit|praise)|better to|ought to|had better|would do well|cannot afford|can(?:not|'t) help|long overdue|high time|time (?:to|for|that)\\b|enough is enough|better late than|must not be|should (?:be|have|not)|it must be|has no (?:business|place|right|excuse)",
  // Grading.
  'at best|at worst|all too|far too|too (?:little|late|much|many|often|few|far|long|easily|readily|good|bad)\\b|nothing but|nothing (?:short|more|less|like|new)|anything but|far from|more of an?|(?:little|no|nothing) more than|no (?:less|better|different) than|not so much|not (?:merely|only|just|least)|a matter of|yet another|one more|for once|as ever|as usual|as always|of all (?:people|places|things)|hardly (?:a|the|any|surprising)|scarcely|second to none|by any (?:measure|standard)|without (?:question|doubt)|beyond (?:doubt|belief|question)|a far cry|a world away|not a (?:single|moment|word|shred)|half as|twice as (?:good|bad)',
  'no (?:excuse|need|reason|doubt|guarantee|substitute|better|such|more than|accident|surprise|point|longer|amount of|matter how)',
  'hard to (?:see|imagine|believe|escape|avoid|overstate|fault|resist|swallow|justify|take)|easy to (?:see|forget|mock|imagine|blame|dismiss|say)|worth (?:\\w+ing|the|a|remembering|every)|impossible to|difficult to (?:see|imagine|believe)',
  // What a thing amounts to.
  'amounts? to|boils? down to|smacks? of|reeks? of|begs? the question|beggars belief|defies|flies in the face|stands to reason|goes to show|speaks volumes|speaks for itself|rings? (?:hollow|true)|leaves? (?:much|a lot) to be desired|falls? (?:short|flat)|miss(?:es|ed)? the (?:point|mark|boat)|hits? the (?:spot|mark|nail)|at the expense of|in the name of|raises (?:\\w+ )?questions|remains? (?:to be seen|uncertain|unclear)|fails? to (?:see|grasp|understand|notice|convince|explain)|refuses? to (?:see|learn|admit|face)|has yet to|lip service|blind eye|cold comfort|drop in the ocean|tip of the iceberg|slap in the face|wake-up call|heads? in the sand|kick(?:s|ed|ing)? the can|double standards?|vicious circle|race to the bottom|house of cards|poisoned chalice|recipe for|price (?:of|worth)|cost of (?:doing nothing|inaction)|adds (?:another|a)',
  '(?:money |time |effort )?down the drain|s[ai]t on (?:its|his|her|their) hands|tells? you (?:everything|all)|says it all|(?:the )?(?:worst|best|biggest|finest|dumbest|silliest) \\w+ (?:in|of) (?:its|his|her|their|our|living|recent) (?:history|life|memory|time)|(?:act|behav|talk|look)(?:s|ed|ing)? like (?:thugs|children|amateurs|clowns|bullies|cowards)|(?:a )?(?:huge|vast|massive) (?:improvement|waste|mistake|failure|success|step)|waste of (?:time|money|space)|not worth the (?:paper|trouble|effort)|money (?:well|badly) spent|asleep at the wheel|out of touch|a law unto|too little,? too late|better late than never|as clear as mud|a (?:bad|sick|cruel) joke|beyond (?:a joke|me|belief|repair)|not good enough|hardly surprising|par for the course|business as usual|passes? the buck|paid the price|pays the price|on the cheap|from bad to worse|an accident waiting',
  '(?:offers?|offered|provides?|provided|serves? as|served as|stands? as|stood as|is|are|was|remains?) (?:a|an|another) (?:\\w+ )?(?:illustration|reminder|testament|indictment|reflection) (?:of|on|that|to)',
  // Figures of contrast.
  'cannot be|the least|the more|the less|nobody (?:should|would|could)',
  'rather than|instead of|only to|as (?:if|though)|if only|if anything|in other words|it turns out|one would have thought|by all means|in the end|after all|for all (?:its|his|her|their|the)|to (?:its|his|her|their) credit',
];

/** Words that join one argument to the next. */
export const argumentMarkers: readonly string[] = [
  'in (?:fact|truth|reality|short|conclusion|practice|theory|essence|effect|principle|general|this context|that sense|any case)',
  'of course|indeed|surely|therefore|thus|hence|consequently|accordingly|moreover|furthermore|besides|nevertheless|nonetheless|admittedly|granted|conversely|otherwise',
  'that said|having said that|by contrast|on the contrary|on the other hand|above all|more importantly|worse still|worse|better still|even so|so be it|simply put|put (?:simply|another way|differently)|to be clear|because of this|for that reason|this means|which means|that means|the same goes|as a result',
];
