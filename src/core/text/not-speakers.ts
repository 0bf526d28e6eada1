const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A label before a colon that ends in one of these names a thing, a field of a form or a note, nobody who speaks. */
export const labelNouns = words(`
  note notes nb ps todo fixme xxx help hint tip tips warning caution important attention reminder update updates correction edit
  photo photos image picture figure fig table chart map caption video audio source sources credit credits footnote
  q a question questions answer answers problem solution example examples result results summary abstract conclusion
  default defaults type value values key name names title subject author authors contributors editor editors translator
  publisher version versions release date dates day days time times hours hour start end deadline duration length year
  month week term period season price prices cost costs fee fees fare fares tax total sum budget income expenses balance
  amount payment payments deposit refund discount rent dues salary place places venue location address addresses street
  room rooms floor building city town village country region route line train bus tram boat ferry bike car parking
  station stop access entry exit entrance gate door contact contacts phone telephone tel mobile fax email e-mail mail
  mails web website url link links page pages file files folder path command commands usage syntax option options setting
  settings parameter parameters argument arguments input output return returns error errors log logs status state
  priority category categories tag tags group groups class classes level levels grade grades age ages size sizes weight
  weights height width depth colour color material materials ingredients tools equipment method steps step stage phase
  part parts section chapter item items list rule rules exception exceptions condition conditions requirement
  requirements prerequisites limit limits goal goals aim aims purpose reason reasons cause causes effect effects
  advantage advantages disadvantage disadvantages pro pros con cons task tasks action actions decision decisions
  resolution motion vote votes apologies agenda minutes present absent attendance attendees participants members guests
  presenter presenters hosts host speakers guest sponsor sponsors partner partners team teams staff crew cast
  competition event events programme program schedule timetable rating score scores points prize prizes winner winners
  record records height distance temperature weather forecast wind rain food drink drinks menu breakfast lunch dinner
  genre language languages licence license copyright format platform platforms requirements dependencies features
  fixed added changed removed deprecated security fixes improvements new old before after now today tomorrow yesterday
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december morning afternoon evening night north south east west left right top bottom first second
  third last next other others more also however therefore remember here there this these all everyone everybody nobody
  yes no pets dogs cats children students adults seniors visitors poll study report survey review background context
  history overview introduction details description remarks comment comments wording screenshots moral keywords topic
  claim claims round rounds bag top prop mon tue wed thu fri sat sun re fwd needed quorum reply label live voting
  elections homework shelf shelves variant variants discussion swap swaps money reported affects affected severity
  frequency final site owner high low medium analysis voices rss ok inside outside indoors outdoors
  frage fragen antwort antworten hinweis achtung wichtig tipp beispiel quelle quellen foto bild anmerkung
  agreed resolved carried decided passed adjourned approved noted breaking
  topics theme themes species habitat diet range origin family order population capital area currency
`);

/** An office or a part in a conversation: who is called so speaks, whatever else the document says. */
export const speakingParts = words(`
  chair chairman chairwoman chairperson chairlady president speaker judge magistrate moderator interviewer interviewee
  host presenter anchor announcer narrator caller listener reporter clerk secretary treasurer mayor minister secretary
  counsel prosecutor defence witness examiner coroner examinee teacher pupil student doctor patient nurse officer
  captain pilot tower coach referee guide operator agent customer support voice man woman boy girl audience member
  questioner panellist court bench mp councillor senator bishop auctioneer
`);

/** The first word of a label that points to a note or a heading in the form of a sentence, not to a name. */
export const labelOpeners = words(`
  the a an this that these those how what when where why who which if for from in on at by to of with without about
  after before not no only as see cf our your my his her its their all any some each every more most next new do does
  did could must should please
`);
