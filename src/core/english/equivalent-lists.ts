/** Countries with what belongs to them; the first is the country's name. One group a line, names parted by commas. */
export const countries = `
united states, america, american, us, u.s., usa, u.s.a.
united kingdom, britain, british, uk, u.k., great britain
united arab emirates, uae, u.a.e., emirates, emirati
russia, russian, kremlin
china, chinese
germany, german
france, french
italy, italian
spain, spanish
japan, japanese
india, indian
pakistan, pakistani
afghanistan, afghan
iran, iranian
iraq, iraqi
turkey, turkish, türkiye
saudi arabia, saudi
qatar, qatari
israel, israeli
egypt, egyptian
ukraine, ukrainian
poland, polish
greece, greek
netherlands, dutch, holland
sweden, swedish
norway, norwegian
denmark, danish
finland, finnish
switzerland, swiss
ireland, irish
scotland, scottish
wales, welsh
england, english
mexico, mexican
canada, canadian
brazil, brazilian
australia, australian
tajikistan, tajik
south korea, south korean
north korea, north korean
albania, albanian
algeria, algerian
argentina, argentine, argentinian
armenia, armenian
austria, austrian
azerbaijan, azerbaijani
bahrain, bahraini
bangladesh, bangladeshi
belarus, belarusian
belgium, belgian
bolivia, bolivian
bosnia, bosnian
bulgaria, bulgarian
cambodia, cambodian
cameroon, cameroonian
chile, chilean
colombia, colombian
croatia, croatian
cuba, cuban
cyprus, cypriot
czech republic, czechia, czech
ecuador, ecuadorian
eritrea, eritrean
estonia, estonian
ethiopia, ethiopian
georgia, georgian
ghana, ghanaian
haiti, haitian
hungary, hungarian
iceland, icelandic
indonesia, indonesian
ivory coast, ivorian
jamaica, jamaican
jordan, jordanian
kazakhstan, kazakh
kenya, kenyan
kuwait, kuwaiti
kyrgyzstan, kyrgyz
laos, laotian
latvia, latvian
lebanon, lebanese
libya, libyan
lithuania, lithuanian
malaysia, malaysian
mali, malian
malta, maltese
moldova, moldovan
mongolia, mongolian
morocco, moroccan
mozambique, mozambican
myanmar, burma, burmese
nepal, nepali, nepalese
new zealand, new zealander
nigeria, nigerian
oman, omani
palestine, palestinian
panama, panamanian
paraguay, paraguayan
peru, peruvian
philippines, philippine, filipino
portugal, portuguese
romania, romanian
rwanda, rwandan
senegal, senegalese
serbia, serbian
singapore, singaporean
slovakia, slovak
slovenia, slovenian
somalia, somali
south africa, south african
sri lanka, sri lankan
sudan, sudanese
syria, syrian
taiwan, taiwanese
tanzania, tanzanian
thailand, thai
tunisia, tunisian
turkmenistan, turkmen
uganda, ugandan
uruguay, uruguayan
uzbekistan, uzbek
venezuela, venezuelan
vietnam, vietnamese
yemen, yemeni
zambia, zambian
zimbabwe, zimbabwean
`;

/** Other names of one thing; a text that uses another one answers just as well. */
export const names = `
european union, eu, e.u.
united nations, un, u.n.
daesh, isis, isil, islamic state
daesh khurasan, iskp, isis-k, islamic state khorasan
european central bank, ecb
world health organization, who
nato, north atlantic treaty organization
television, tv
sms, text message, text messages
pull request, pr, merge request
pull requests, prs, merge requests
code of conduct, coc
frequently asked questions, faq
annual general meeting, agm`;

/** Capitals by which governments are called, with whose; "Brussels" is hardly ever that of Belgium. */
export const capitals = `
washington: united states
london: united kingdom
abu dhabi: united arab emirates
moscow: russia
beijing: china
berlin: germany
paris: france
rome: italy
madrid: spain
tokyo: japan
new delhi: india
delhi: india
islamabad: pakistan
kabul: afghanistan
tehran: iran
baghdad: iraq
ankara: turkey
riyadh: saudi arabia
doha: qatar
jerusalem: israel
cairo: egypt
kyiv: ukraine
kiev: ukraine
warsaw: poland
athens: greece
stockholm: sweden
oslo: norway
copenhagen: denmark
helsinki: finland
bern: switzerland
dublin: ireland
edinburgh: scotland
cardiff: wales
ottawa: canada
brasília: brazil
brasilia: brazil
canberra: australia
dushanbe: tajikistan
seoul: south korea
pyongyang: north korea
tirana: albania
algiers: algeria
buenos aires: argentina
yerevan: armenia
vienna: austria
baku: azerbaijan
manama: bahrain
dhaka: bangladesh
minsk: belarus
sarajevo: bosnia
sofia: bulgaria
phnom penh: cambodia
yaoundé: cameroon
bogotá: colombia
bogota: colombia
zagreb: croatia
havana: cuba
nicosia: cyprus
prague: czech republic
quito: ecuador
asmara: eritrea
tallinn: estonia
addis ababa: ethiopia
tbilisi: georgia
accra: ghana
budapest: hungary
reykjavík: iceland
reykjavik: iceland
jakarta: indonesia
amman: jordan
astana: kazakhstan
nairobi: kenya
bishkek: kyrgyzstan
vientiane: laos
riga: latvia
beirut: lebanon
tripoli: libya
vilnius: lithuania
kuala lumpur: malaysia
bamako: mali
valletta: malta
chișinău: moldova
chisinau: moldova
ulaanbaatar: mongolia
rabat: morocco
maputo: mozambique
naypyidaw: myanmar
kathmandu: nepal
wellington: new zealand
abuja: nigeria
muscat: oman
ramallah: palestine
asunción: paraguay
manila: philippines
lisbon: portugal
bucharest: romania
kigali: rwanda
dakar: senegal
belgrade: serbia
bratislava: slovakia
ljubljana: slovenia
mogadishu: somalia
pretoria: south africa
colombo: sri lanka
khartoum: sudan
damascus: syria
taipei: taiwan
bangkok: thailand
tunis: tunisia
ashgabat: turkmenistan
kampala: uganda
montevideo: uruguay
tashkent: uzbekistan
caracas: venezuela
hanoi: vietnam
sanaa: yemen
lusaka: zambia
harare: zimbabwe
brussels: european union`;

/** Words that often stand for each other between a question and its answer. One group a line. */
export const synonyms = `
heater heating
kill die dead death fatal fatality casualty murder perish
injure wound hurt
begin start commence launch open
end finish close stop cease conclude halt
build construct erect
buy purchase acquire
sell sale
pay spend cost price fee charge expense
money fund aid finance financial cash dollar support grant
give donate provide contribute grant supply
get receive obtain gain earn
make create produce manufacture
big large huge major
small little tiny minor
long length
tall high height
wide width breadth
deep depth
old age
fast quick rapid speed
far distance
heavy weight weigh
call name label dub describe term refer
say tell state claim allege assert accuse argue insist maintain indicate
think believe consider view opinion
want demand wish seek need urge require
ask question
answer reply respond response
show reveal indicate demonstrate illustrate
find discover
help assist support aid assistance
fight battle combat confront clash
attack assault strike raid
war conflict
army military troop soldier force
border frontier boundary
country nation state
city town
people person resident population inhabitant
child kid underage
young youth
immigrant migrant refugee migration immigration
job work employment occupation profession career
work employ
company firm business corporation
boss head leader chief director
lead head rule govern
government administration authority
law legislation rule act
vote election ballot elect
school education study educational
university college
teacher lecturer professor
doctor physician
illness disease sickness
house home residence dwelling
live reside dwell
born birth
marry wife husband spouse
win victory beat defeat winner
lose loss defeat
grow increase rise growth
shrink decrease fall decline drop reduce reduction
change alter
happen occur
cause reason
result consequence effect outcome
problem issue challenge difficulty
danger threat risk
worry concern fear apprehension
blame accuse
hide harbour shelter host
train railway rail
car vehicle automobile
ship boat vessel
plane aircraft flight
fake forge forged fabricate false counterfeit
steal theft rob
terrorist militant extremist insurgent
group organisation organization outfit
bomb explosion blast bombing
meet meeting
agree agreement deal
talk negotiate negotiation
mediate mediation mediator diplomatic
trade commerce
invent inventor invention
write author writer
first earliest
last final latest
year annual annually
part portion share
number count amount total
same equal
different differ difference
different other
begin found establish founder
place location site
use utilise utilize
movie film
picture image photo photograph
song music
game match
sport athletic
god deity
church cathedral
king monarch
queen monarch
moderator mod
administrator admin
staff personnel employee crew
volunteer helper
guest visitor
chair chairperson chairman chairwoman
nickname nick pseudonym username
forbid prohibit ban disallow
allow permit permission
ban kick expel suspend exclude
punishment penalty sanction punish consequence
violate violation breach offence offense infraction
report notify inform
join register registration signup enrol enroll enrolment
leave quit
cancel withdraw
postpone delay reschedule defer
absent absence apology
approve accept adopt
reject deny refuse decline
fee subscription
discount reduction concession rebate
refund reimburse reimbursement
rent hire lease rental
borrow lend loan
donate donation sponsor
salary wage remuneration
holiday vacation
toilet bathroom restroom lavatory
rubbish trash garbage waste litter
internet wifi wireless
phone telephone mobile smartphone
computer laptop pc
email e-mail mail
password passphrase passcode
repository repo
documentation docs doc manual guide
configuration config setting option preference
directory folder
delete remove erase
fix repair mend
bug error defect fault
crash freeze hang
install installation setup
update upgrade
version release
vulnerability vuln
distribution distro
application app software
developer dev programmer coder
licence license
bike bicycle
dog pet animal
`;

/** Words with the short form that tables have of them; the short form by itself may be another word. */
export const shortForms = `
monday mon
tuesday tue tues
wednesday wed
thursday thu thur thurs
friday fri
saturday sat
sunday sun
january jan
february feb
april apr
august aug
september sep sept
october oct
november nov
december dec`;
