/** Documents, polls and enquiries: they can show, find, say, require. */
export const documentNouns = 'slide average log diary journal memoir evaluation assessment appraisal forecast communique communiqué circular decree report study poll survey research analysis audit review investigation inspection inquiry enquiry data statistic figure record document ' +
    'memo letter statement article book paper email transcript filing complaint lawsuit suit indictment affidavit ' +
    'ruling verdict census estimate projection model test evidence finding page website site ad advertisement spot clip video ' +
    'post tweet message story editorial column newspaper magazine release announcement notice text label survey ' +
    'questionnaire guideline manual bulletin index dossier essay paper minute note log caption headline sign chart tally count ' +
    'map footage photo photograph image autopsy examination trial experiment simulation interview log ledger results result poll numbers ' +
    'table graph minutes register brochure leaflet flyer poster plaque menu programme program guidebook cable manifesto narrator spot platform plan prospectus brief petition treaty constitution law statute';
/** Bodies that act and speak like persons. */
export const institutionNouns = 'inquest hearing government administration ministry department agency commission committee council parliament senate congress house court board ' +
    'company firm corporation bank union party campaign team group organization organisation association society federation foundation ' +
    'institute university college school hospital church charity club league police army military navy force office bureau service ' +
    'authority regulator watchdog network channel paper newspaper station outlet press media side camp coalition alliance opposition ' +
    'cabinet staff crew family public majority minority half third quarter percent cent country nation state city county ' +
    'town village community industry tribunal jury panel prosecution defense defence embassy kremlin pentagon ' +
    'observatory museum trust consortium airline operator manufacturer maker retailer utility surgery dairy brewery secretariat ' +
    'body delegation taskforce faculty chamber crowd audience movement lobby conference assembly synod parish diocese ' +
    'surveyors faction capital region province tribe band troupe studio label publisher startup lab laboratory clinic practice';
/** Persons without a telling ending; the endings are in `personEndings`. */
export const personNouns = 'archbishop cardinal abbot abbess emperor empress sultan premier monarch deputy mp peer lord baroness duchess countess marshal lieutenant corporal cadet recruit paramedic lifeguard novice moderate radical hardliner militant rebel insurgent hostage pundit laureate heiress hostess waitress landlady housewife seamstress custodian ' +
    'companion acquaintance compatriot correspondent countryman clerk cook monk nun vet cop guard heir aunt uncle cousin nephew niece groom bride guide chef spy sheriff bailiff steward pilot architect surgeon umpire apprentice intern ' +
    'mechanic cleric academic scribe bard squire duke earl count baron knight nurse midwife undertaker sacristan verger dealer chaplain deacon gran granny grandmother grandfather widow widower twin toddler ' +
    'householder tenant lodger occupant spouse partner sibling parishioner ratepayer ombudsman solicitor barrister coroner registrar bursar provost rector vicar curate sexton ranger keeper ' +
    'man woman person people boy girl child kid parent mother father wife husband son daughter brother sister friend neighbor ' +
    'neighbour colleague boss chief head chair chairman chairwoman president secretary minister mayor governor senator congressman ' +
    'congresswoman judge justice attorney lawyer counsel doctor nurse expert critic aide ally rival foe opponent supporter official ' +
    'spokesman spokeswoman spokesperson source analyst economist historian scholar scientist pollster host anchor author poet artist ' +
    'general colonel captain admiral sergeant officer soldier troop veteran resident citizen voter immigrant migrant refugee ' +
    'democrat republican conservative liberal progressive labour tory activist advocate campaigner protester demonstrator worker ' +
    'employee executive ceo founder owner landlord tenant customer consumer client patient student pupil teacher professor dean ' +
    'witness victim suspect defendant plaintiff prosecutor detective investigator candidate nominee contender incumbent ' +
    'delegate member leader lawmaker legislator politician diplomat envoy ambassador king queen prince princess pope bishop priest ' +
    'rabbi imam pastor player coach fan star actor actress singer musician director producer guest guy lady gentleman folk adult ' +
    'american briton european russian chinese elder youth teenager hunter fisherman farmer islander commuter motorist cyclist ' +
    'other some many most few several both one someone everyone insider observer reviewer commentator columnist ' +
    'reporter journalist editor correspondent writer blogger author defender detractor skeptic sceptic enthusiast volunteer ' +
    'regime government staffer strategist operative businessman billionaire millionaire mogul tycoon crew warden';
/** Endings that make a noun likely to name a person or group of persons. */
export const personEndings = /(?:er|or|ist|ian|man|men|woman|women|person|people|ee|eer|ant|crat|ican|wright|smith|ologist)s?$/;
/** Nouns with such an ending that name things or ideas. */
export const personEndingExceptions = 'sliver matter number order power paper water winter summer october november december september weather letter chapter factor error ' +
    'sector terror horror color colour honor favor favour labor harbor mirror river layer center centre computer corner danger ' +
    'figure fever dinner answer offer character disaster border murder wonder gender shoulder finger quarter timber rubber ' +
    'want grant plant restaurant variant constant warrant moment committee fee degree coffee tree list ' +
    'another rather ever never however together under over after whether either neither behavior behaviour major minor tower shower ' +
    'trailer tanker boiler folder filter poster banner meter barrier career pier deer beer ladder cover transfer register ' +
    'monitor motor vector tractor reactor corridor counter encounter battery laser server printer ' +
    'transformer container cancer ulcer slider ember number chamber thunder powder';
/** Things that "suggest", "mean" or "show" without anybody claiming anything. */
export const abstractNouns = 'nobody anybody anyone noone nothing fact move decision thing way reason case problem question issue result event situation moment example change effect idea ' +
    'theory this that it which what there here time day week month year deal agreement victory loss defeat success failure ' +
    'experience history system process policy approach attempt effort lack absence presence rise fall increase decrease attack';
/** Pronouns that can stand for a source named before. */
export const sourcePronouns = 'he she they it who';
/** Pronouns of the author or of nobody in particular. */
export const authorPronouns = 'i we you one there me us my our';
/** Titles before a name. */
export const personTitles = 'mr mrs ms miss dr prof professor sir lord lady dame sen senator rep representative gov governor president minister ' +
    'secretary general colonel gen col capt captain lt sgt judge justice rev reverend father sister pope king queen prince ' +
    'princess mayor councillor commissioner superintendent inspector chairman director curator bishop archbishop ambassador';
//# sourceMappingURL=source-nouns.js.map