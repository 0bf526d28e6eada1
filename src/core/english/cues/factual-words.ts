/** Plain words of acts, procedure, things and places, by semantic field: they tell what happened and seldom judge. */
export const factualFields = {
  offices:
    'adjourn appoint approve arrest ban ballot charge convene convict detain dismiss elect enact evict file fine hear indict inspect issue jail lodge nominate notify prosecute ratify register reject resign retire revoke sentence serve sign submit summon suspend swear veto vote witness',
  trade:
    'acquire borrow buy cancel deliver donate earn employ export fund hire import invest invoice lease lend merge order pay purchase refund rent repay sell ship store supply tender trade',
  works:
    'assemble build carry close construct demolish dig drill extend fit install launch lay load mend move open paint plant produce pump rebuild remove repair replace restore seal stock test unload weld',
  movement:
    'arrive board collide crash cross depart drive enter evacuate fly land leave march moor park reach return ride sail sink stop travel turn visit walk',
  lives:
    'admit attend bear bury enrol enroll graduate injure kill marry nurse rescue survive teach train treat vaccinate wed',
  record:
    'archive broadcast calculate catalogue compile copy date deposit draft estimate film list locate measure name number photograph print publish record release screen search sort survey translate transmit weigh',
  procedure:
    'agenda amendment annex appendix applicant application auction bail byelaw bylaw certificate clause committee complaint contract deadline deed docket draft enrolment form hearing inquest invoice lease levy licence license minutes motion notice paragraph permit petition quorum receipt register regulation schedule section statute summons tariff tender timetable treaty warrant',
  bodies:
    'agency airline ambulance army authority borough brigade bureau cabinet club commission company council county court department district embassy federation firm garrison hospital institute laboratory ministry museum navy parish parliament police regiment secretariat senate subsidiary tribunal trust union university ward',
  places:
    'airport avenue bank basement bay border bridge building canal cellar church coast corridor depot dock factory farm field floor garage gate harbour harbor hall headquarters highway house island junction kitchen lake lane library market mill mine office pier plant platform port quarry quay railway region river road roof room route school shed shore shop square station strait street suburb terminal tower town track tunnel valley village warehouse wharf workshop yard',
  things:
    'barrel battery beam boat book bottle box brick bus cable camera car card cargo clock coal coin computer concrete copper cow crane crate diesel door engine envelope fence ferry fish flour fuel furniture gas glass grain gravel helicopter iron key ladder lamp lorry machine map metal milk oil paper parcel pipe plane pump rail sack sample seed sensor sheet ship stone tank tape ticket tile timber train tram truck tyre van vessel wagon wheat wheel wire wood',
  time: 'afternoon anniversary autumn century dawn decade evening fortnight hour midday midnight morning noon quarter season semester spring summer weekday weekend winter',
} as const satisfies Readonly<Record<string, string>>;
