/** Words that tell what a capitalized name names. All lists are in lower case, and without accents. */

const setOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/));

/** Titles, ranks and offices that come directly before the name of a person. */
export const titles = setOf(
  `mr mrs ms miss dr prof professor sir lord lady dame king queen prince princess sheikh sheik sayyid imam ayatollah pope
  emperor sultan emir caliph mullah mawlawi maulvi maulana qari hajji haji cardinal archbishop bishop father reverend rev
  rabbi senator sen congressman congresswoman congressmember ambassador envoy president minister premier chancellor
  secretary undersecretary director chief chairman chairwoman chairperson governor gov mayor judge justice attorney
  sheriff detective inspector superintendent constable general gen lieutenant lt major maj colonel col captain capt
  commander cmdr cdr commodore admiral adm sergeant sgt spc specialist corporal cpl pvt private airman seaman brigadier
  brig marshal officer spokesman spokeswoman spokesperson representative rep deputy commissioner agent prosecutor lawyer
  doctor analyst leader commissar pastor principal dictator guardsman comrade shaykh hon adjutant attaché`,
);

/** Words that may stand before or between titles. */
export const titleParts = setOf(
  `vice deputy assistant acting former prime foreign defense defence interior justice finance health press state staff
  senior special chief attorney first second third technical master gunnery petty lance brigadier lieutenant major under
  joint general home oil energy police district federal supreme tech command warrant cabinet security information labor
  labour agriculture education culture intelligence parliament parliamentary then late executive managing secretary adjutant`,
);

/** Nouns in the name of an organization that name no other kind. */
export const organizationNouns = setOf(
  `ministry ministries department dept agency bureau office council committee commission board authority administration
  organization organisation association federation union league alliance coalition front movement party congress
  parliament senate cabinet court tribunal treasury forces force army navy police gendarmerie guard guards corps command
  brigade brigades battalion battalions regiment division squadron wing fleet troops infantry artillery militia militias
  group groups network networks cell company companies corporation corp inc ltd bank foundation institute society
  observatory centre center university college school club times post news press tv television radio journal tribune herald
  newspaper magazine gazette reuters directorate secretariat service services intelligence assembly mission delegation
  embassy consulate unit units taskforce directorate resistance liberation mujahideen mujahedeen peshmerga fighters
  militants rebels insurgents insurgency state-owned airlines airways syndicate cartel gang tribe clan church caliphate
  government regime junta opposition marines rangers commandos patrol team agencies veterans crescent chamber
  initiative fund trust branch battery batteries detachment taskgroup clan workshop firm consortium jury prosecution`,
);

/** Endings of the name of a place. */
export const placeNouns = setOf(
  `province provinces governorate governorates district districts county counties region regions state states
  city town village hamlet camp canton prefecture oblast municipality subdistrict neighborhood neighbourhood suburb
  quarter valley mountain mountains mount mountainside hills hill desert island islands peninsula river lake sea gulf bay
  strait straits canal ocean coast plain plains plateau airport airfield airbase base dam bridge highway road street avenue
  boulevard square park forest border crossing port harbor harbour refinery field fields station hospital hotel mosque
  cathedral temple shrine stadium arena market bazaar mall tower building palace castle prison jail plaza checkpoint
  compound barracks fort estate restaurant cafe motel metro barrage nightclub monastery museum theatre theater zone strip heights junction pass shadaddi terminal`,
);

/** Nouns before the name of a place: `the city of Mosul`, `Camp Hurriya`. */
export const placeBefore = setOf(
  'camp mount lake fort port cape rue calle tel tell kafr khan ayn ain wadi jabal jebel khirbat nahr',
);

/** Nouns with which a phrase names a place by `of`: `the village of Maku`. */
export const ofPlace = setOf(
  `city town village province governorate district region state capital suburb suburbs outskirts area neighborhood
  neighbourhood port hamlet island county stronghold enclave cities towns villages provinces districts north south east
  west northeast northwest southeast southwest municipality sub-district`,
);

/** Prepositions after which a name mostly names a place. */
export const locatives = setOf(
  'in near at outside inside around from to into toward towards across through throughout within',
);

/** Parts of a name that are written in lower case between capitalized ones. */
export const particles = setOf(
  'al el an ar as ad az ash at ez es de del della di da do dos du la las le los van von der den bin ibn bint abu e y ye',
);

export const regions: ReadonlyMap<string, string> = new Map(
  `Middle East|Near East|Europe|Asia|Africa|North Africa|West Africa|East Africa|Central Asia|South Asia|Southeast Asia|Latin America|
  South America|North America|Central America|Gaza Strip|Gaza|West Bank|Golan Heights|Sinai|Sinai Peninsula|Kurdistan|Sahel|
  Balkans|Caucasus|Crimea|Donbas|Donbass|Kashmir|Euphrates|Tigris|Black Sea|Red Sea|Gulf of Aden|Persian Gulf|Mediterranean|
  Mediterranean Sea|Horn of Africa|Darfur|Chechnya|Dagestan|Ulster|Northern Ireland|Scotland|Wales|England|Catalonia|
  Levant|Arabian Peninsula|Anbar|Helmand|Waziristan|North Waziristan|South Waziristan|Khyber Pakhtunkhwa|Balochistan|
  Punjab|Sindh|Tigray|Rakhine|Mindanao|Antarctica|Indian Ocean|Pacific|Atlantic`
    .split('|')
    .map((name) => [name.trim().toLowerCase(), name.trim()] as const),
);

/** Groups, agencies and institutions that the news names without a noun that tells their kind. */
export const knownActors: ReadonlyMap<string, { kind: KnownActorKind; name: string }> = new Map(
  (
    [
      [
        'ARMED_GROUP',
        `Taliban|Tehrik-i-Taliban Pakistan|Hezbollah|Hizbollah|Hizballah|Hamas|Islamic Jihad|Palestinian Islamic Jihad|
        al-Qaida|al-Qaeda|al Qaeda|al Qaida|al-Qa'ida|Al Nusra|al-Nusra|Jabhat al-Nusra|Nusra Front|al-Nusra Front|Islamic State|Islamic State of Iraq and the Levant|Islamic State of Iraq and Syria|Islamic State of Iraq and al-Sham|Islamic State in Iraq and Syria|
        Daesh|Da'esh|Dae'sh|ISIL|ISIS|Boko Haram|al-Shabaab|al-Shabab|Houthi|Houthis|Haqqani|Haqqani network|Hizb-e-Islami|
        Lashkar-e-Taiba|Jemaah Islamiyah|Abu Sayyaf|FARC|ELN|PKK|YPG|YPJ|SDF|IRA|Provisional IRA|Real IRA|UDA|UVF|ETA|AQI|AQAP|AQIM|
        LTTE|Tamil Tigers|Ansar al-Islam|Ansar al-Sharia|Peshmerga|Hashd al-Shaabi|Popular Mobilization Forces|PMF|PMU|LeT|TTP|HIG|
        Kata'ib Hezbollah|Asa'ib Ahl al-Haq|Jaysh al-Islam|Ahrar al-Sham|Hayat Tahrir al-Sham|Wagner|Wagner Group|Janjaweed|M23|
        Shining Path|Red Army Faction|Red Brigades|Aum Shinrikyo|Ku Klux Klan|Free Syrian Army|FSA|Fatah|Quds Force`,
      ],
      [
        'COALITION',
        'NATO|Nato|ISAF|CJTF|European Union|African Union|Arab League|United Nations|UN|U.N.|EU|AU|ECOWAS|ASEAN|OPEC|G7|G8|G20|Commonwealth|Combined Joint Task Force',
      ],
      [
        'GOVERNMENT',
        'Pentagon|White House|State Department|Kremlin|Downing Street|Interpol|INTERPOL|Europol|FBI|CIA|NSA|ATF|DHS|Homeland Security|Scotland Yard|Mossad|Shin Bet|Knesset|Stormont|MI5|MI6|FSB|KGB|DEA|NASA|ISI|FEMA|CDC|Secret Service|Capitol Hill|Foggy Bottom|USAID|Bundestag|Duma|Élysée|Elysee|Whitehall',
      ],
      [
        'MEDIA',
        `Reuters|Associated Press|AP|AFP|Agence France-Presse|BBC|CNN|Al Jazeera|Al-Jazeera|Al Arabiya|Al-Arabiya|Al-Monitor|Tass|TASS|Xinhua|SANA|IRNA|Fars|
        RIA Novosti|Interfax|Fox News|NBC|ABC|CBS|NPR|VOA|DW|Deutsche Welle|Le Monde|Le Figaro|El Pais|El Nacional|Guardian|New York Times|Washington Post|
        Wall Street Journal|Bloomberg|Kyodo|Yonhap|Amaq|Anadolu|Haaretz|Der Spiegel|PBS|MSNBC|USA Today|Sky News|ITV|RTE|Twitter|Facebook|Telegram|YouTube`,
      ],
      [
        'ORGANIZATION',
        `Red Cross|ICRC|UNHCR|UNICEF|UNAMA|WHO|World Health Organization|Amnesty International|Human Rights Watch|Doctors Without Borders|Médecins Sans Frontières|
        Red Crescent|White Helmets|World Bank|IMF|Oxfam|Save the Children|OPCW|IAEA|Google|Microsoft|Apple|Boeing|Amazon|McDonald's|Ryder|NRA|ACLU|OSCE|USO|MSF`,
      ],
      [
        'MILITARY',
        'CENTCOM|USARCENT|NAVCENT|IDF|ISF|ANSF|ANP|ANA|IRGC|RAF|USAF|RUC|PLA|UNIFIL|AFRICOM|EUCOM|JSOC|SAS|Navy SEALs|Red Army|Revolutionary Guards|Revolutionary Guard',
      ],
      [
        'POLITICAL_PARTY',
        "Baath Party|Ba'ath Party|Democrats|Republicans|Labour|Likud|Sinn Fein|Sinn Féin|PCE|AKP|CHP|HDP|PYD|KDP|PUK|PSOE|Muslim Brotherhood|GOP",
      ],
    ] as const
  ).flatMap(([kind, names]) =>
    names.split('|').map((name) => [keyOfName(name.trim()), { kind, name: name.trim() }] as const),
  ),
);

export type KnownActorKind =
  | 'ARMED_GROUP'
  | 'COALITION'
  | 'GOVERNMENT'
  | 'MEDIA'
  | 'ORGANIZATION'
  | 'MILITARY'
  | 'POLITICAL_PARTY';

/** Returns a name without case, accents, articles, possessives and punctuation, so that spellings compare. */
export function keyOfName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]s(?![\p{L}\p{N}])/gu, '')
    .replace(/['’ʼ`.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

/** All-capital words that name no actor. */
export const noActors = setOf(
  `ied ieds vbied vbieds svbied uav uavs rpg rpgs ak tv am pm gmt utc est edt pst us usa uk uae eu-led ok id dna gps suv suvs tnt
  atm cctv hiv aids ebola pow pows mia kia ii iii iv vi vii viii ix mp mps ceo cfo goc nco ncos co cbs-tv no dc nw ne sw se aka
  faq pdf html url www http https bst cet news release immediate kabul photo update usd eur mph kph km kg hr hrs un-backed
  isaf-led nato-led hvi tbd rip sos it i a the breaking watch read live video exclusive updated lgbt lgbtq covid`,
);
