/**
 * Countries by their ISO 3166-1 alpha-2 code, each with its names, its demonyms, and the capitals that stand for its
 * government. Names are folded, with spaces between words. Names of missing codes are read as written.
 */
const table = `
AE|united arab emirates,uae|emirati,emiratis|abu dhabi
AF|afghanistan|afghan,afghans|kabul
AL|albania|albanian,albanians|tirana
AM|armenia|armenian,armenians|yerevan
AO|angola|angolan,angolans|luanda
AR|argentina|argentine,argentinian|buenos aires
AT|austria|austrian,austrians|vienna
AU|australia|australian,australians|canberra
AZ|azerbaijan|azerbaijani,azeri,azerbaijanis|baku
BA|bosnia,bosnia and herzegovina|bosnian,bosnians|sarajevo
BD|bangladesh|bangladeshi,bangladeshis|dhaka
BE|belgium|belgian,belgians|brussels
BF|burkina faso|burkinabe|ouagadougou
BG|bulgaria|bulgarian,bulgarians|sofia
BH|bahrain|bahraini,bahrainis|manama
BI|burundi|burundian,burundians|bujumbura
BR|brazil|brazilian,brazilians|brasilia
BY|belarus|belarusian,belarusians|minsk
CA|canada|canadian,canadians|ottawa
CD|democratic republic of the congo,democratic republic of congo,dr congo,drc|congolese|kinshasa
CF|central african republic|central african|bangui
CG|republic of congo,congo brazzaville||brazzaville
CH|switzerland|swiss|bern
CI|ivory coast,cote d ivoire|ivorian,ivorians|abidjan
CL|chile|chilean,chileans|santiago
CM|cameroon|cameroonian,cameroonians|yaounde
CN|china|chinese|beijing
CO|colombia|colombian,colombians|bogota
CU|cuba|cuban,cubans|havana
CY|cyprus|cypriot,cypriots|nicosia
CZ|czech republic,czechia|czech,czechs|prague
DE|germany|german,germans|berlin
DK|denmark|danish,danes|copenhagen
DZ|algeria|algerian,algerians|algiers
EC|ecuador|ecuadorian,ecuadorean|quito
EE|estonia|estonian,estonians|tallinn
EG|egypt|egyptian,egyptians|cairo
ER|eritrea|eritrean,eritreans|asmara
ES|spain|spanish,spaniard,spaniards|madrid
ET|ethiopia|ethiopian,ethiopians|addis ababa
FI|finland|finnish,finns|helsinki
FR|france|french|paris
GB|united kingdom,uk,britain,great britain|british,briton,britons|london
GE|georgia|georgian,georgians|tbilisi
GH|ghana|ghanaian,ghanaians|accra
GN|guinea|guinean,guineans|conakry
GR|greece|greek,greeks|athens
GT|guatemala|guatemalan,guatemalans|
HN|honduras|honduran,hondurans|tegucigalpa
HR|croatia|croatian,croatians|zagreb
HT|haiti|haitian,haitians|port au prince
HU|hungary|hungarian,hungarians|budapest
ID|indonesia|indonesian,indonesians|jakarta
IE|ireland|irish|dublin
IL|israel|israeli,israelis|jerusalem,tel aviv
IN|india|indian,indians|delhi,new delhi
IQ|iraq|iraqi,iraqis|baghdad
IR|iran,islamic republic of iran|iranian,iranians|tehran,teheran
IT|italy|italian,italians|rome
JO|jordan|jordanian,jordanians|amman
JP|japan|japanese|tokyo
KE|kenya|kenyan,kenyans|nairobi
KG|kyrgyzstan|kyrgyz|bishkek
KH|cambodia|cambodian,cambodians|phnom penh
KP|north korea|north korean,north koreans|pyongyang
KR|south korea|south korean,south koreans|seoul
KW|kuwait|kuwaiti,kuwaitis|kuwait city
KZ|kazakhstan|kazakh,kazakhs|astana
LB|lebanon|lebanese|beirut
LK|sri lanka|sri lankan,sri lankans|colombo
LR|liberia|liberian,liberians|monrovia
LT|lithuania|lithuanian,lithuanians|vilnius
LV|latvia|latvian,latvians|riga
LY|libya|libyan,libyans|tripoli
MA|morocco|moroccan,moroccans|rabat
MD|moldova|moldovan,moldovans|chisinau
MK|north macedonia,macedonia|macedonian,macedonians|skopje
ML|mali|malian,malians|bamako
MM|myanmar,burma|burmese|naypyidaw
MR|mauritania|mauritanian,mauritanians|nouakchott
MX|mexico|mexican,mexicans|mexico city
MY|malaysia|malaysian,malaysians|kuala lumpur
MZ|mozambique|mozambican,mozambicans|maputo
NE|niger|nigerien,nigeriens|niamey
NG|nigeria|nigerian,nigerians|abuja
NI|nicaragua|nicaraguan,nicaraguans|managua
NL|netherlands,holland|dutch|hague
NO|norway|norwegian,norwegians|oslo
NP|nepal|nepalese,nepali,nepalis|kathmandu
NZ|new zealand|new zealander,new zealanders|wellington
OM|oman|omani,omanis|muscat
PE|peru|peruvian,peruvians|lima
PH|philippines|philippine,filipino,filipinos|manila
PK|pakistan|pakistani,pakistanis|islamabad
PL|poland|polish,poles|warsaw
PS|palestine,palestinian territories|palestinian,palestinians|ramallah
PT|portugal|portuguese|lisbon
PY|paraguay|paraguayan,paraguayans|asuncion
QA|qatar|qatari,qataris|doha
RO|romania|romanian,romanians|bucharest
RS|serbia|serbian,serbians,serb,serbs|belgrade
RU|russia,russian federation|russian,russians|moscow,kremlin
RW|rwanda|rwandan,rwandans|kigali
SA|saudi arabia|saudi,saudis,saudi arabian|riyadh
SD|sudan|sudanese|khartoum
SE|sweden|swedish,swedes|stockholm
SI|slovenia|slovenian,slovenians|ljubljana
SK|slovakia|slovak,slovaks|bratislava
SL|sierra leone|sierra leonean,sierra leoneans|freetown
SN|senegal|senegalese|dakar
SO|somalia|somali,somalis|mogadishu
SS|south sudan|south sudanese|juba
SV|el salvador|salvadoran,salvadorans|san salvador
SY|syria,syrian arab republic|syrian,syrians|damascus
TD|chad|chadian,chadians|ndjamena
TG|togo|togolese|lome
TH|thailand|thai,thais|bangkok
TJ|tajikistan|tajik,tajiks|dushanbe
TM|turkmenistan|turkmen|ashgabat
TN|tunisia|tunisian,tunisians|tunis
TR|turkey,turkiye|turkish,turk,turks|ankara
TW|taiwan|taiwanese|taipei
TZ|tanzania|tanzanian,tanzanians|dodoma
UA|ukraine|ukrainian,ukrainians|kyiv,kiev
UG|uganda|ugandan,ugandans|kampala
US|united states,united states of america,usa,us,america|american,americans|washington
UY|uruguay|uruguayan,uruguayans|montevideo
UZ|uzbekistan|uzbek,uzbeks|tashkent
VE|venezuela|venezuelan,venezuelans|caracas
VN|vietnam|vietnamese|hanoi
XK|kosovo|kosovar,kosovars|pristina
YE|yemen|yemeni,yemenis|sanaa,sana a
ZA|south africa|south african,south africans|pretoria
ZM|zambia|zambian,zambians|lusaka
ZW|zimbabwe|zimbabwean,zimbabweans|harare
`;

export interface CountryWords {
  code: string;
  isCapital: boolean;
  isDemonym: boolean;
  /** The number of words of the name. */
  length: number;
}

const byWords = new Map<string, CountryWords>();
let maxWords = 1;

for (const line of table.trim().split('\n')) {
  const [code = '', ...columns] = line.split('|');
  for (const [column, names] of columns.entries()) {
    for (const name of (names ?? '').split(',').filter((each) => each !== '')) {
      const { length } = name.split(' ');
      maxWords = Math.max(maxWords, length);
      byWords.set(name, { code, isCapital: column === 2, isDemonym: column === 1, length });
    }
  }
}

const firstWords: ReadonlySet<string> = new Set([...byWords.keys()].map((name) => name.split(' ')[0] ?? ''));

/** Returns whether a name of a country may begin with a folded word. */
export function mayBeginCountry(word: string): boolean {
  return firstWords.has(word);
}

/** Returns the longest name, demonym or capital of a country that begins at the word `at`; undefined if none does. */
export function countryAt(words: readonly string[], at: number): CountryWords | undefined {
  for (let length = maxWords; length > 0; length--) {
    const found = byWords.get(words.slice(at, at + length).join(' '));
    if (found && found.length === length) return found;
  }
  return undefined;
}
